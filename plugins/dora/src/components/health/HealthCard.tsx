import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardFooter, CardHeader, Link } from '@backstage/ui';
import { QueryProvider, QueryState } from '@waymark/query-react';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useEntityScope } from '../../hooks/useEntityScope';
import { rootRouteRef } from '../../routes';
import { doraTranslationRef } from '../../translation';
import { HealthFacts } from './HealthFacts';

function Health() {
  const { t } = useTranslationRef(doraTranslationRef);
  const root = useRouteRef(rootRouteRef)?.() ?? '/dora';
  const { scope, name } = useEntityScope();
  const answer = useDoraQuery('getHealth', { query: { service: [scope] } });
  return (
    <Card>
      <CardHeader>
        <h2>{t('health.title')}</h2>
      </CardHeader>
      <CardBody>
        <QueryState query={answer} label={t('health.title')}>
          {({ items: [health] }) =>
            health ? <HealthFacts health={health} /> : t('health.none')
          }
        </QueryState>
      </CardBody>
      <CardFooter>
        <Link href={`${root}?scope=${encodeURIComponent(scope)}`}>
          {t('health.more', { name })}
        </Link>
      </CardFooter>
    </Card>
  );
}

/** Delivery health on the overview of a service. */
export function HealthCard() {
  return (
    <QueryProvider>
      <Health />
    </QueryProvider>
  );
}
