import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityList } from '@backstage/plugin-catalog-react';
import { Alert, Button, Table } from '@backstage/ui';
import { waymarkTranslationRef } from '../../translation';
import { EmptyIndex } from './EmptyIndex';
import styles from './EntityIndex.module.css';
import { useEntityColumns } from './useEntityColumns';

/** One page of entities, in the order of the catalog. */
export function EntityIndexTable() {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const columns = useEntityColumns();
  const list = useEntityList();
  const { entities, error, refresh } = list;

  if (error) {
    return (
      <div role="alert">
        <Alert
          status="danger"
          icon
          title={t('catalog.failed')}
          description={error.message}
          customActions={
            <Button variant="secondary" size="small" onPress={refresh}>
              {t('catalog.retry')}
            </Button>
          }
        />
      </div>
    );
  }
  const { limit, offset = 0, totalItems = 0, setOffset } = list;
  // Without a total nothing has been asked for yet: the filters come first.
  const isLoading =
    list.loading || list.totalItemsLoading || list.totalItems === undefined;
  return (
    <div className={styles.table}>
      <Table
        columnConfig={columns}
        data={entities.map(entity => ({
          id: stringifyEntityRef(entity),
          entity,
        }))}
        isPending={isLoading && entities.length === 0}
        isStale={list.loading && entities.length > 0}
        emptyState={<EmptyIndex />}
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
                onPreviousPage: () => setOffset?.(Math.max(0, offset - limit)),
                onNextPage: () => setOffset?.(offset + limit),
              }
            : { type: 'none' }
        }
      />
    </div>
  );
}
