import type { Entity } from '@backstage/catalog-model';
import type { ColumnConfig, TableItem } from '@backstage/ui';
import { createContext, useContext, type PropsWithChildren } from 'react';
import type {
  CatalogColumn,
  CatalogColumnParts,
} from './CatalogColumnBlueprint';

export type LoadedColumn = Omit<CatalogColumn, 'load'> & CatalogColumnParts;

const ColumnsContext = createContext<readonly LoadedColumn[]>([]);

/** Columns that plugins bring, for the tables below. */
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

/** Those that have something to say about a kind, given in lower case. */
export function usePluginColumns(kind: string): readonly LoadedColumn[] {
  return useContext(ColumnsContext).filter(({ kinds }) => kinds.includes(kind));
}

/** The column of a table whose rows carry their entity. */
export const toColumnConfig = <Row extends TableItem & { entity: Entity }>({
  id,
  title,
  width,
  Cell,
}: LoadedColumn): ColumnConfig<Row> => ({
  id,
  label: title,
  width,
  cell: ({ entity }) => <Cell entity={entity} />,
});

/** Stands around a table, and lets each column read about the rows in view. */
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
