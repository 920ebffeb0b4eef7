import type { SearchResultItemExtensionPredicate } from '@backstage/plugin-search-react/alpha';

type Result = Parameters<SearchResultItemExtensionPredicate>[0];

const placeOf = ({ document }: Result) =>
  `${document.location.split('#')[0]} ${document.title}`;

/**
 * A page of documentation is indexed as a whole and by heading, so that its
 * title is found twice; the better of the two is enough.
 */
export function distinctResults(results: Result[]): Result[] {
  const places = new Set<string>();
  return results.filter(result => {
    const place = placeOf(result);
    const isNew = !places.has(place);
    places.add(place);
    return isNew;
  });
}
