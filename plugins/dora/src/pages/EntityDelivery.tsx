import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WindowPicker, useMetricWindow } from '@waymark/charts-react';
import { QueryProvider } from '@waymark/query-react';
import { useEffect } from 'react';
import styles from '../components/page.module.css';
import { useEntityScope } from '../hooks/useEntityScope';
import { useScope } from '../location/useScope';
import { doraTranslationRef } from '../translation';
import { OverviewPage } from './OverviewPage';

function Delivery() {
  const { t } = useTranslationRef(doraTranslationRef);
  const state = useMetricWindow();
  const { scope: entity } = useEntityScope();
  const { scope, setScope } = useScope();
  // The figures read their scope from the address, here as everywhere.
  useEffect(() => {
    if (scope !== entity) setScope(entity);
  }, [scope, entity, setScope]);
  if (scope !== entity) return null;
  return (
    <section className={styles.page} aria-label={t('page.title')}>
      <WindowPicker state={state} />
      <OverviewPage />
    </section>
  );
}

/** The delivery tab of a service, a system or a team. */
export function EntityDelivery() {
  return (
    <QueryProvider>
      <Delivery />
    </QueryProvider>
  );
}
