import type { SearchResultItemExtensionPredicate } from '@backstage/plugin-search-react/alpha';

type Result = Parameters<SearchResultItemExtensionPredicate>[0];

type Place =
  | { kind: 'documentation'; of: string }
  | { kind: 'entity'; words: string[] };

/** What a result belongs to: two runbooks are told apart by it, and a service from its API. */
export function placeOf({ type, document }: Result): Place {
  const fields: Record<string, unknown> = { ...document };
  const read = (name: string) =>
    typeof fields[name] === 'string' ? String(fields[name]) : '';
  return type === 'techdocs'
    ? { kind: 'documentation', of: read('entityTitle') || read('name') }
    : {
        kind: 'entity',
        words: [read('kind') || type, read('type'), read('owner')].filter(
          (word, at) => word && !(at === 1 && word === 'other'),
        ),
      };
}
