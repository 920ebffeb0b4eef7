import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';

/** The entity of the page one is on, as a scope. */
export function useEntityScope() {
  const { entity } = useEntity();
  return {
    scope: stringifyEntityRef(entity),
    name: entity.metadata.title ?? entity.metadata.name,
    isService: entity.kind === 'Component',
  };
}
