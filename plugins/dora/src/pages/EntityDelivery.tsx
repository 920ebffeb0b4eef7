import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { WindowPicker, useMetricWindow } from '@waymark/charts-react';
import { QueryProvider } from '@waymark/query-react';
import { WindowBacklog } from '../components/backlog/WindowBacklog';
import styles from '../components/page.module.css';
import { useEntityScope } from '../hooks/useEntityScope';
import { FixedScopeProvider } from '../location/FixedScope';
import type { ListName } from '../location/paths';
import { useDeliveryLinks } from '../location/useDeliveryLinks';
import { doraTranslationRef } from '../translation';
import { OverviewPage } from './OverviewPage';

const LISTS: readonly ListName[] = ['deployments', 'changes', 'incidents'];

function Delivery() {
  const { t } = useTranslationRef(doraTranslationRef);
  const state = useMetricWindow();
  const links = useDeliveryLinks();
  return (
    <section className={styles.page} aria-label={t('page.title')}>
      <div className={styles.spread}>
        <WindowPicker state={state} />
        <nav aria-label={t('page.navigation')}>
          <ul className={styles.nav}>
            {LISTS.map(name => (
              <li key={name}>
                <Link href={links.page(name)}>{t(`page.${name}`)}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <WindowBacklog />
      <OverviewPage />
    </section>
  );
}

/** The delivery tab of a service, a system or a team. */
export function EntityDelivery() {
  const { scope } = useEntityScope();
  return (
    <QueryProvider>
      <FixedScopeProvider scope={scope}>
        <Delivery />
      </FixedScopeProvider>
    </QueryProvider>
  );
}
