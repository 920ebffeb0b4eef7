import type { CatalogEntity } from './catalogEntity';
import { Directory } from './Directory';
import { NameResolver, type NameMapping } from './NameResolver';
import { Owners, type OwnerPeriod } from './Owners';

/** Catalog, mappings and owners of one revision; never changes. */
export class Knowledge {
  readonly revision: number;
  readonly names: NameResolver;
  readonly owners: Owners;
  readonly directory: Directory;

  constructor(options: {
    revision: number;
    entities: readonly CatalogEntity[];
    mappings: readonly NameMapping[];
    owners: readonly OwnerPeriod[];
  }) {
    this.revision = options.revision;
    this.names = new NameResolver(options);
    this.owners = new Owners(options.owners);
    this.directory = new Directory(options.entities);
  }
}
