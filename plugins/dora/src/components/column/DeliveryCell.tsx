import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, Link, Skeleton } from '@backstage/ui';
import { RiAlarmWarningLine, RiErrorWarningLine } from '@remixicon/react';
import { formatValue, isTooFew } from '@waymark/metrics-common';
import { useTimes } from '../../hooks/useTimes';
import { FixedScopeProvider } from '../../location/FixedScope';
import { useDeliveryLinks } from '../../location/useDeliveryLinks';
import { doraTranslationRef } from '../../translation';
import styles from './column.module.css';
import { useHealthOf, type Health } from './healthContext';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** In a table an age is enough to the hour, after two days to the day. */
function wholeUnits(seconds: number): number {
  const unit = seconds < 2 * DAY ? HOUR : DAY;
  return seconds < HOUR
    ? Math.round(seconds / 60) * 60
    : Math.round(seconds / unit) * unit;
}

function LastDeployment({ health, at }: { health: Health; at: number }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const links = useDeliveryLinks();
  const last = health.lastDeployment;
  if (!last) {
    return (
      <span className={styles.muted}>{t('catalogColumn.noneRecent')}</span>
    );
  }
  const seconds = Math.max(0, (at - Date.parse(last.finishedAt)) / 1_000);
  const age = t('catalogColumn.ago', {
    age: formatValue(wholeUnits(seconds), 'seconds'),
  });
  return (
    <span className={styles.line}>
      <span title={times.instant(last.finishedAt)}>
        <Link
          href={links.deployment(last.id)}
          aria-label={t('catalogColumn.lastDeployment', { age })}
        >
          {age}
        </Link>
      </span>
      {last.failed && (
        <span className={styles.bad}>
          <RiErrorWarningLine aria-hidden size={14} />
          {t('catalogColumn.failed')}
        </span>
      )}
    </span>
  );
}

function Judgement({ health }: { health: Health }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const { value, low, high, total } = health.changeFailRate;
  return (
    <span className={styles.line}>
      <span className={styles.muted}>
        {value === null || low === null || high === null || isTooFew(total)
          ? t('catalogColumn.tooFew', { total: String(total) })
          : t('catalogColumn.failRate', {
              value: String(Math.round(value * 100)),
              low: String(Math.round(low * 100)),
              high: String(Math.round(high * 100)),
            })}
      </span>
      {health.openIncidents > 0 && (
        <span className={styles.bad}>
          <RiAlarmWarningLine aria-hidden size={14} />
          {t('catalogColumn.openIncidents', { count: health.openIncidents })}
        </span>
      )}
    </span>
  );
}

function Known({ health, at }: { health: Health; at: number }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const isUnknown = !health.lastDeployment && health.openIncidents === 0;
  if (isUnknown) {
    return <span className={styles.muted}>{t('catalogColumn.none')}</span>;
  }
  return (
    <div className={styles.stack}>
      <LastDeployment health={health} at={at} />
      <Judgement health={health} />
    </div>
  );
}

/** How the delivery of a service is, in the table of the catalog. */
export function DeliveryCell({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const service = stringifyEntityRef(entity);
  const known = useHealthOf(service);
  return (
    <Cell>
      <FixedScopeProvider scope={service}>
        {known.state === 'known' && (
          <Known health={known.health} at={known.at} />
        )}
        {known.state === 'failed' && (
          <span className={styles.muted}>{t('catalogColumn.unavailable')}</span>
        )}
        {known.state === 'loading' && (
          <span role="status" aria-label={t('catalogColumn.loading')}>
            <Skeleton width={120} height={16} />
          </span>
        )}
      </FixedScopeProvider>
    </Cell>
  );
}
