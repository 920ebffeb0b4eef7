import { useRouteRef } from '@backstage/frontend-plugin-api';
import { sourceRouteRef } from '../routes';
import { sourcePath, type SourcePlace } from '../sourcePath';

/** Address of a place in the source browser. */
export function useSourceHref(): (place: SourcePlace) => string {
  const root = useRouteRef(sourceRouteRef);
  return place => `${root?.() ?? ''}${sourcePath(place)}`;
}
