import { useRouteRef } from '@backstage/frontend-plugin-api';
import { repositoryPath } from '../repositoryPath';
import { healthRouteRef } from '../routes';

/** Gives the health page of a repository; undefined for those who have none. */
export function useRepositoryHref() {
  const health = useRouteRef(healthRouteRef);
  return health
    ? (repository: { name: string; provider: string }) =>
        `${health()}${repositoryPath(repository)}`
    : undefined;
}
