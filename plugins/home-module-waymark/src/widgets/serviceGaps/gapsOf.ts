import {
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PROVIDES_API,
  type Entity,
} from '@backstage/catalog-model';

/** What a component lacks that others need from it. */
export const gaps = ['docs', 'api', 'team'] as const;
export type Gap = (typeof gaps)[number];

const DOCS = 'backstage.io/techdocs-ref';

/**
 * `docs`: no documentation. `api`: a service that says nothing of its API.
 * `team`: owned by a person, so nobody owns it when that person leaves.
 */
export function gapsOf({ metadata, spec, relations = [] }: Entity): Gap[] {
  const owners = relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => parseEntityRef(targetRef).kind);
  const found: Record<Gap, boolean> = {
    docs: !metadata.annotations?.[DOCS],
    api:
      spec?.type === 'service' &&
      !relations.some(({ type }) => type === RELATION_PROVIDES_API),
    team: !owners.includes('group'),
  };
  return gaps.filter(gap => found[gap]);
}
