/** The pages below the root of the plugin. */
export const PATHS = {
  overview: '',
  deployments: 'deployments',
  changes: 'changes',
  incidents: 'incidents',
  data: 'data',
} as const;

export type PathName = keyof typeof PATHS;

/** Parameters that travel along from page to page: what is looked at, and when. */
const KEPT = ['scope', 'ownership', 'window', 'from', 'to', 'interval'];

export type Changes = Readonly<Record<string, string | undefined>>;

/** The search of the next page: what is kept of this one, with changes. */
export function keptSearch(
  search: URLSearchParams,
  changes: Changes = {},
): string {
  const next = new URLSearchParams();
  for (const name of KEPT) {
    const value = search.get(name);
    if (value !== null) next.set(name, value);
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text && `?${text}`;
}
