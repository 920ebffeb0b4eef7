import { refOf } from '../content/entity';
import { serviceEntities } from '../content/serviceEntities';
import type { Directory } from '../domain/directory';
import type { BrokenRepository } from '../repositories/brokenRepositories';
import {
  architectureEntities,
  organisationEntities,
} from '../repositories/organisationRepositories';
import type { CatalogTruth } from './types';

/**
 * Every reference a correct ingestion of all repositories shows, by kind. A
 * Location only says which other files to read; it is not itself shown.
 */
export function catalogTruth(
  directory: Directory,
  broken: BrokenRepository[],
): CatalogTruth {
  const { services, emailDomain } = directory.organisation;
  const entities = [
    ...organisationEntities(directory).map(({ entity }) => entity),
    ...architectureEntities(directory).map(({ entity }) => entity),
    ...services.flatMap(service => serviceEntities(service, emailDomain)),
  ].filter(({ kind }) => kind !== 'Location');
  const kinds: CatalogTruth['kinds'] = {};
  for (const item of entities) {
    const kind = (kinds[item.kind] ??= { count: 0, refs: [] });
    kind.count += 1;
    kind.refs.push(refOf(item));
  }
  for (const kind of Object.values(kinds)) kind.refs.sort();
  return {
    total: entities.length,
    kinds,
    absent: broken.flatMap(({ absent }) => absent),
  };
}
