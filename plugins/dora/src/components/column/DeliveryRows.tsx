import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { QueryProvider, errorText } from '@waymark/query-react';
import type { PropsWithChildren } from 'react';
import { doraTranslationRef } from '../../translation';
import styles from './column.module.css';
import { HealthOfRows } from './healthContext';
import { useHealthOfServices } from './useHealthOfServices';

type RowsProps = PropsWithChildren<{ entities: Entity[] }>;

function Rows({ entities, children }: RowsProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const { error, retry, stateOf } = useHealthOfServices(
    entities.map(entity => stringifyEntityRef(entity)),
  );
  return (
    <>
      {error && (
        <div role="alert" className={styles.failure}>
          <Alert
            status="warning"
            icon
            title={t('catalogColumn.failure')}
            description={errorText(error)}
            customActions={
              <Button size="small" variant="secondary" onPress={retry}>
                {t('catalogColumn.retry')}
              </Button>
            }
          />
        </div>
      )}
      <HealthOfRows value={stateOf}>{children}</HealthOfRows>
    </>
  );
}

/** Reads the delivery health of the services that a table of the catalog shows. */
export function DeliveryRows(props: RowsProps) {
  return (
    <QueryProvider>
      <Rows {...props} />
    </QueryProvider>
  );
}
