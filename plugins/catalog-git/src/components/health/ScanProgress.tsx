import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { Scan, Summary } from '@waymark/plugin-catalog-git-common';
import { catalogGitTranslationRef } from '../../translation';
import styles from './ScanProgress.module.css';

/** How far the scans are that run at the moment, and which were interrupted. */
export function ScanProgress({ summary }: { summary: Summary }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  return (
    <>
      {summary.providers.map(({ id, lastScan }) =>
        lastScan?.state === 'interrupted' ? (
          <div role="alert" key={id}>
            <Alert
              status="warning"
              icon
              title={t('health.interrupted', { provider: id })}
              description={t('health.interruptedDetail')}
            />
          </div>
        ) : (
          lastScan?.state === 'running' && (
            <RunningScan key={id} provider={id} scan={lastScan} />
          )
        ),
      )}
    </>
  );
}

function RunningScan({ provider, scan }: { provider: string; scan: Scan }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const done = scan.changed + scan.unchanged + scan.failed;
  const label = t('health.progress', { provider });
  return (
    <div className={styles.running}>
      <span className={styles.label}>{label}</span>
      <progress
        className={styles.bar}
        aria-label={label}
        max={scan.total ?? undefined}
        value={scan.total === null ? undefined : done}
      />
      <span className={styles.detail}>
        {scan.total === null
          ? t('health.progressListing')
          : t('health.progressDetail', {
              done: String(done),
              total: String(scan.total),
              failed: String(scan.failed),
            })}
      </span>
    </div>
  );
}
