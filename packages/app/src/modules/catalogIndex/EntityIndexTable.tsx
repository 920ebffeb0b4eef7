import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntityList } from '@backstage/plugin-catalog-react';
import { Table, type ColumnConfig } from '@backstage/ui';
import { ColumnRows } from '@waymark/catalog-columns-react';
import { Failure } from '@waymark/query-react';
import { EmptyIndex } from './EmptyIndex';
import styles from './EntityIndex.module.css';
import {
  useEntityColumns,
  useVisiblePluginColumns,
  type EntityRow,
} from './useEntityColumns';

interface EntityIndexTableProps {
  label?: string;
  columns?: ColumnConfig<EntityRow>[];
}

/** One page of entities, in the order of the catalog. */
export function EntityIndexTable(props: EntityIndexTableProps) {
  const ofPlugins = useVisiblePluginColumns();
  const ofKind = useEntityColumns(ofPlugins);
  const { label, columns = ofKind } = props;
  const list = useEntityList();
  const { entities, error, refresh } = list;

  if (error) {
    return <Failure error={error} onRetry={refresh} />;
  }
  const { limit, offset = 0, totalItems = 0, setOffset } = list;
  // Without a total nothing has been asked for yet: the filters come first.
  const isLoading =
    list.loading || list.totalItemsLoading || list.totalItems === undefined;
  const isPending = isLoading && entities.length === 0;
  const rows = entities.map(entity => ({
    id: stringifyEntityRef(entity),
    entity,
  }));
  return (
    <ColumnRows columns={ofPlugins} entities={entities}>
      <div className={styles.table}>
        <Table
          columnConfig={columns}
          // A table that is pending but has data, even none, says that there is nothing.
          data={isPending ? undefined : rows}
          isPending={isPending}
          isStale={list.loading && entities.length > 0}
          emptyState={<EmptyIndex label={label} />}
          pagination={
            totalItems > limit
              ? {
                  type: 'page',
                  pageSize: limit,
                  showPageSizeOptions: false,
                  offset,
                  totalCount: totalItems,
                  hasPreviousPage: offset > 0,
                  hasNextPage: offset + limit < totalItems,
                  onPreviousPage: () =>
                    setOffset?.(Math.max(0, offset - limit)),
                  onNextPage: () => setOffset?.(offset + limit),
                }
              : { type: 'none' }
          }
        />
      </div>
    </ColumnRows>
  );
}
