import type { Entity } from '@backstage/catalog-model';
import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { CellText } from '@backstage/ui';

/** Leads to the entity; below its name stands what it is for. */
export function EntityNameCell({ entity }: { entity: Entity }) {
  const { primaryTitle } = useEntityPresentation(entity);
  const link = useEntityRefLink();
  return (
    <CellText
      title={primaryTitle}
      description={entity.metadata.description}
      href={link(entity)}
    />
  );
}
