import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardFooter, CardHeader, Link } from '@backstage/ui';
import { QueryProvider, QueryState } from '@waymark/query-react';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useEntityScope } from '../../hooks/useEntityScope';
import { FixedScopeProvider } from '../../location/FixedScope';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { doraTranslationRef } from '../../translation';
import styles from '../page.module.css';
import { HealthFacts } from './HealthFacts';

function Health() {
  const { t } = useTranslationRef(doraTranslationRef);
  const links = useDeliveryLinks();
  const { scope, name } = useEntityScope();
  const answer = useDoraQuery('getHealth', { query: { service: [scope] } });
  return (
    <Card>
      <CardHeader>
        <h2 className={styles.cardTitle}>{t('health.title')}</h2>
      </CardHeader>
      <CardBody>
        <QueryState query={answer} label={t('health.title')}>
          {({ items: [health] }) =>
            health ? <HealthFacts health={health} /> : t('health.none')
          }
        </QueryState>
      </CardBody>
      <CardFooter>
        <Link href={links.page('overview')}>{t('health.more', { name })}</Link>
      </CardFooter>
    </Card>
  );
}

/** Delivery health on the overview of a service. */
export function HealthCard() {
  const { scope } = useEntityScope();
  return (
    <QueryProvider>
      <FixedScopeProvider scope={scope}>
        <Health />
      </FixedScopeProvider>
    </QueryProvider>
  );
}
