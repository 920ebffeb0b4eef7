import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { formatValue } from '@waymark/metrics-common';
import { useTimes } from '../../hooks/useTimes';
import type { useDoraQuery } from '../../hooks/useDoraQuery';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { doraTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { shortVersion } from '../shortVersion';

type Health = NonNullable<
  ReturnType<typeof useDoraQuery<'getHealth'>>['data']
>['items'][number];

const TOO_FEW = 5;

/** How the delivery of one service is doing, in four facts. */
export function HealthFacts({ health }: { health: Health }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const links = useDeliveryLinks();
  const { lastDeployment, changeFailRate } = health;
  const rate =
    changeFailRate.value === null
      ? t('health.none')
      : `${formatValue(changeFailRate.value, 'rate')} (${t('metric.ofTotal', {
          part: String(changeFailRate.failed),
          total: String(changeFailRate.total),
        })}${changeFailRate.total < TOO_FEW ? `, ${t('health.tooFew')}` : ''})`;
  return (
    <Facts
      facts={[
        {
          term: t('health.lastDeployment'),
          value: lastDeployment ? (
            <Link href={links.deployment(lastDeployment.id)}>
              {[
                shortVersion({ ...lastDeployment, commitSha: null }),
                times.instant(lastDeployment.finishedAt),
                lastDeployment.failed && t('deployment.failed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Link>
          ) : (
            t('health.none')
          ),
        },
        { term: t('health.openIncidents'), value: health.openIncidents },
        { term: t('health.failRate'), value: rate },
        {
          term: t('health.deployments'),
          value: health.deploymentsLast28Days,
        },
      ]}
    />
  );
}
