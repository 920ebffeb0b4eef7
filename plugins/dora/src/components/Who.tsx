import { EntityDisplayName } from '@backstage/plugin-catalog-react';

// A decision may also come from a script, whose name is no entity.
const ENTITY_REF = /^[^:/]+:[^:/]+\/[^:/]+$/;

/** Whoever decided something: a person of the catalog, or a machine by its name. */
export function Who({ name }: { name: string }) {
  return ENTITY_REF.test(name) ? (
    <EntityDisplayName entityRef={name} />
  ) : (
    <>{name}</>
  );
}
