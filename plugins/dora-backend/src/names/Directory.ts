import { isComponent, type CatalogEntity } from './catalogEntity';

/** The catalog as a tree: what belongs to what. */
export class Directory {
  readonly #entities: Map<string, CatalogEntity>;
  readonly #children = new Map<string, string[]>();

  constructor(entities: readonly CatalogEntity[]) {
    this.#entities = new Map(entities.map(entity => [entity.ref, entity]));
    for (const { ref, parent, present } of entities) {
      if (parent && present) {
        const children = this.#children.get(parent) ?? [];
        children.push(ref);
        this.#children.set(parent, children);
      }
    }
  }

  has(ref: string): boolean {
    return this.#entities.has(ref);
  }

  get(ref: string): CatalogEntity | undefined {
    return this.#entities.get(ref);
  }

  /** Components that the catalog has now. */
  components(): CatalogEntity[] {
    return [...this.#entities.values()].filter(
      entity => entity.present && isComponent(entity),
    );
  }

  /** An entity and everything below it; a cycle ends where it closes. */
  withDescendants(ref: string): Set<string> {
    const found = new Set<string>();
    const open = [ref];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!found.has(next)) {
        found.add(next);
        open.push(...(this.#children.get(next) ?? []));
      }
    }
    return found;
  }
}
