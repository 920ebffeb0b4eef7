/** What the address of the search page says, in the form that the built-in page used. */
export interface SearchAddress {
  term: string;
  types: string[];
  filters: Record<string, string>;
  pageCursor?: string;
}

/** The search backend takes no longer term (`search.maxTermLength`) and says so in JSON. */
export const MAX_TERM_LENGTH = 100;

const FILTER = /^filters\[(\w+)\](?:\[\d*\])?$/;
const TYPES = /^types(?:\[\d*\])?$/;

export function readSearchAddress(search: string): SearchAddress {
  const entries = [...new URLSearchParams(search)];
  const last = (name: string) =>
    entries.findLast(([key]) => key === name)?.[1] ?? '';
  return {
    term: last('query').slice(0, MAX_TERM_LENGTH),
    types: entries.filter(([key]) => TYPES.test(key)).map(([, type]) => type),
    filters: Object.fromEntries(
      entries.flatMap(([key, value]) => {
        const name = FILTER.exec(key)?.[1];
        return name ? [[name, value]] : [];
      }),
    ),
    pageCursor: last('pageCursor') || undefined,
  };
}

export function writeSearchAddress(address: SearchAddress): string {
  const params = new URLSearchParams({ query: address.term });
  address.types.forEach(type => params.append('types[]', type));
  Object.entries(address.filters).forEach(([name, value]) =>
    params.append(`filters[${name}]`, value),
  );
  if (address.pageCursor) {
    params.append('pageCursor', address.pageCursor);
  }
  return `?${params}`;
}
