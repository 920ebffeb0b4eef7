import type { Entity } from '@backstage/catalog-model';
import type { ColumnConfig } from '@backstage/ui';
import type {
  CatalogColumn,
  CatalogColumnParts,
} from '@waymark/catalog-columns-react';
import { createContext, useContext, type PropsWithChildren } from 'react';
import type { EntityRow } from './useEntityColumns';

export type LoadedColumn = Omit<CatalogColumn, 'load'> & CatalogColumnParts;

const ColumnsContext = createContext<readonly LoadedColumn[]>([]);

/** Columns that plugins bring, for the table below. */
export const PluginColumnsProvider = ColumnsContext.Provider;

export async function loadColumns(
  columns: CatalogColumn[],
): Promise<LoadedColumn[]> {
  return Promise.all(
    columns.map(async ({ load, ...column }) => ({
      ...column,
      ...(await load()),
    })),
  );
}

/** Those that have something to say about a kind. */
export function usePluginColumns(kind: string): readonly LoadedColumn[] {
  return useContext(ColumnsContext).filter(({ kinds }) => kinds.includes(kind));
}

export const toColumnConfig = ({
  id,
  title,
  width,
  Cell,
}: LoadedColumn): ColumnConfig<EntityRow> => ({
  id,
  label: title,
  width,
  cell: ({ entity }) => <Cell entity={entity} />,
});

/** Lets each column read about the rows in view. */
export function ColumnRows({
  columns,
  entities,
  children,
}: PropsWithChildren<{
  columns: readonly LoadedColumn[];
  entities: Entity[];
}>) {
  return columns.reduceRight(
    (inner, { id, Rows }) => (
      <Rows key={id} entities={entities}>
        {inner}
      </Rows>
    ),
    <>{children}</>,
  );
}
