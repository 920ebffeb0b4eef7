import { isComponent, type CatalogEntity } from '../names/catalogEntity';

/** What has to be written, so that the copy is as the catalog is. */
export interface CatalogDiff {
  changed: CatalogEntity[];
  owners: { service: string; owner: string | null }[];
}

const textOf = ({ parent, owner, annotations, present }: CatalogEntity) =>
  JSON.stringify([
    parent,
    owner,
    Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1)),
    present,
  ]);

/** Compares a complete listing of the catalog with the copy. */
export function diffCatalog(
  known: readonly CatalogEntity[],
  listed: readonly CatalogEntity[],
): CatalogDiff {
  const before = new Map(known.map(entity => [entity.ref, entity]));
  const after = new Map(listed.map(entity => [entity.ref, entity]));
  const gone = known
    .filter(({ ref, present }) => present && !after.has(ref))
    .map(entity => ({ ...entity, present: false }));
  const written = [...after.values()].filter(entity => {
    const old = before.get(entity.ref);
    return !old || textOf(old) !== textOf(entity);
  });
  return {
    changed: [...written, ...gone],
    owners: written
      .filter(isComponent)
      .filter(({ ref, owner }) => {
        const old = before.get(ref);
        return !old || old.owner !== owner;
      })
      .map(({ ref, owner }) => ({ service: ref, owner })),
  };
}
