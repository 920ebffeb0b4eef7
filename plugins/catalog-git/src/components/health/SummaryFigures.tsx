import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { Scan, Summary } from '@waymark/plugin-catalog-git-common';
import { usePortalTime } from '@waymark/time-react';
import { catalogGitTranslationRef } from '../../translation';
import styles from './SummaryFigures.module.css';
import { useCodeLabels } from './useCodeLabels';

interface FigureProps {
  label: string;
  value: string;
  detail: string;
}

function Figure({ label, value, detail }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.detail}>{detail}</dd>
    </div>
  );
}

/** How many repositories, entities and problems, and when that was found out. */
export function SummaryFigures({ summary }: { summary: Summary }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const instant = usePortalTime();
  const codeLabels = useCodeLabels();
  const failedProviders = summary.providers.filter(p => p.lastScan?.error);
  const scans = lastScans(summary);
  const { ok, failing, unreachable, unauthorized, pending } =
    summary.repositoriesByStatus;

  return (
    <>
      {failedProviders.map(provider => (
        <div role="alert" key={provider.id} className={styles.alert}>
          <Alert
            status="danger"
            icon
            title={t('health.summary.providerError', { provider: provider.id })}
            description={provider.lastScan?.error}
          />
        </div>
      ))}
      <dl className={styles.figures} aria-label={t('health.summary.label')}>
        <Figure
          label={t('health.summary.repositories')}
          value={String(summary.repositories)}
          detail={t('health.summary.repositoriesDetail', {
            ok: String(ok),
            failing: String(failing),
            unreachable: String(unreachable),
            unauthorized: String(unauthorized),
            pending: String(pending),
          })}
        />
        <Figure
          label={t('health.summary.entities')}
          value={String(summary.entities)}
          detail={t('health.summary.entitiesDetail')}
        />
        <Figure
          label={t('health.summary.problems')}
          value={String(summary.problems)}
          detail={
            summary.problemsByCode
              .map(({ code, count }) => `${count} ${codeLabels[code]}`)
              .join(', ') || t('health.summary.problemsNone')
          }
        />
        <Figure
          label={`${t('health.summary.lastScan')} (${instant.zone})`}
          value={scans ? instant.format(scans.startedAt) : t('never')}
          detail={
            scans
              ? t('health.summary.lastScanDetail', {
                  count: scans.count,
                  changed: String(scans.changed),
                  unchanged: String(scans.unchanged),
                  failed: String(scans.failed),
                })
              : ''
          }
        />
      </dl>
    </>
  );
}

/**
 * The last scan of every source together, as the other figures are about all of them; begun when
 * the latest began. A source of one repository must not speak for the rest.
 */
function lastScans(summary: Summary) {
  const scans = summary.providers.flatMap(({ lastScan }) => lastScan ?? []);
  const [latest] = scans
    .map(({ startedAt }) => startedAt)
    .sort()
    .reverse();
  if (latest === undefined) return null;
  const sum = (of: (scan: Scan) => number) =>
    scans.reduce((total, scan) => total + of(scan), 0);
  return {
    startedAt: latest,
    count: scans.length,
    changed: sum(({ changed }) => changed),
    unchanged: sum(({ unchanged }) => unchanged),
    failed: sum(({ failed }) => failed),
  };
}
