import type { Entity } from '@backstage/catalog-model';
import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import type { ComponentType, PropsWithChildren } from 'react';

/** How a column shows its rows. */
export interface CatalogColumnParts {
  /**
   * Stands around the table, with the rows in view: reads for all of them at
   * once what the cells show.
   */
  Rows: ComponentType<PropsWithChildren<{ entities: Entity[] }>>;
  /** A `Cell` of `@backstage/ui`, or `CellText`. */
  Cell: ComponentType<{ entity: Entity }>;
}

export interface CatalogColumn {
  id: string;
  title: string;
  /** Kinds of entities about which there is something to say, in lower case. */
  kinds: string[];
  /** Pixels. */
  width: number;
  load(): Promise<CatalogColumnParts>;
}

export const catalogColumnDataRef =
  createExtensionDataRef<CatalogColumn>().with({ id: 'catalog.column' });

/** A column that a plugin adds to the table of the catalog. */
export const CatalogColumnBlueprint = createExtensionBlueprint({
  kind: 'catalog-column',
  attachTo: { id: 'page:catalog', input: 'columns' },
  output: [catalogColumnDataRef],
  *factory(
    params: {
      title: string;
      kinds: string[];
      width?: number;
      loader(): Promise<CatalogColumnParts>;
    },
    { node },
  ) {
    const { title, kinds, width = 200, loader } = params;
    yield catalogColumnDataRef({
      id: node.spec.id,
      title,
      kinds,
      width,
      load: loader,
    });
  },
});
