/** The pages below the root of the plugin. */
export const PATHS = {
  overview: '',
  deployments: 'deployments',
  changes: 'changes',
  incidents: 'incidents',
  data: 'data',
} as const;

export type PathName = keyof typeof PATHS;
export type ListName = 'deployments' | 'changes' | 'incidents';

/** Parameters that travel along from page to page: what is looked at, and when. */
const KEPT = [
  'scope',
  'ownership',
  'window',
  'from',
  'to',
  'compare',
  'interval',
];
/** Parameters of a list, which the way from one of its rows leads back to. */
const LISTED = ['show', 'sort', 'minSeconds', 'maxSeconds'];

export type Changes = Readonly<Record<string, string | undefined>>;

interface KeptOptions {
  changes?: Changes;
  /** Also keeps how the list is narrowed and ordered. */
  list?: boolean;
}

/** The search of the next page: what is kept of this one, with changes. */
export function keptSearch(
  search: URLSearchParams,
  { changes = {}, list = false }: KeptOptions = {},
): string {
  const next = new URLSearchParams();
  for (const name of list ? [...KEPT, ...LISTED] : KEPT) {
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
