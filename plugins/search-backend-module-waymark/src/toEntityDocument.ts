import {
  isGroupEntity,
  isUserEntity,
  type Entity,
} from '@backstage/catalog-model';
import { defaultCatalogCollatorEntityTransformer } from '@backstage/plugin-search-backend-module-catalog';

const displayNameOf = (entity: Entity) =>
  isUserEntity(entity) || isGroupEntity(entity)
    ? entity.spec.profile?.displayName
    : undefined;

/** What is found of an entity: also its name, and people by what they are called. */
export function toEntityDocument(entity: Entity) {
  const document = defaultCatalogCollatorEntityTransformer(entity);
  return {
    ...document,
    title: entity.metadata.title ?? displayNameOf(entity) ?? document.title,
    name: entity.metadata.name,
    // `ada.okafor` would be an address to the index, and be found as a whole only.
    words: entity.metadata.name.split(/[^\p{L}\p{N}]+/u).join(' '),
  };
}
