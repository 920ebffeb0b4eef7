import { Entity } from '@backstage/catalog-model';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { Change } from '@waymark/plugin-catalog-git-common';

/**
 * The delta that a page of changes means. An entity that the page removes and
 * adds is only added: the catalog replaces the former owner by itself, and a
 * removal beside an addition that it already has would win over it.
 */
export function toMutation(
  changes: Change[],
): Extract<EntityProviderMutation, { type: 'delta' }> {
  const added = changes.filter(change => change.entity !== null);
  const kept = new Set(added.map(change => change.entityRef));
  return {
    type: 'delta',
    added: added.map(change => ({
      entity: change.entity as Entity,
      locationKey: change.locationKey,
    })),
    removed: changes
      .filter(change => !kept.has(change.entityRef))
      .map(({ entityRef, locationKey }) => ({ entityRef, locationKey })),
  };
}
