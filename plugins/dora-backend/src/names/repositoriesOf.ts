import { repositoryKey } from '../domain/repositoryKey';
import type { CatalogEntity } from './catalogEntity';
import { parseSourceLocation } from './sourceLocation';

const SLUGS = [
  'waymark.dev/repository',
  'github.com/project-slug',
  'gitlab.com/project-slug',
];

/** A service's part of a repository. */
export interface RepositoryPart {
  repository: string;
  /** Globs; none: all of it. */
  paths: string[];
}

/**
 * Where the code of a service is: repositories that annotations name, and that
 * of its source location. `waymark.dev/paths` says which files are the
 * service's; otherwise, in the repository of its source location, those in the
 * folder of its catalog file.
 */
export function repositoriesOf({
  annotations,
}: CatalogEntity): RepositoryPart[] {
  const location = annotations['backstage.io/source-location'];
  const source = location ? parseSourceLocation(location) : undefined;
  const explicit = (annotations['waymark.dev/paths'] ?? '')
    .split(/[\s,]+/)
    .filter(path => path !== '');
  const named = SLUGS.flatMap(key => annotations[key] ?? []).map(repositoryKey);
  const repositories = new Set(named.filter(name => name !== ''));
  if (source) {
    repositories.add(source.repository);
  }
  return [...repositories].map(repository => {
    const folder =
      source?.repository === repository && source.folder !== ''
        ? [`${source.folder}/**`]
        : [];
    return { repository, paths: explicit.length > 0 ? explicit : folder };
  });
}
