import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { RepositoryStatus } from '@waymark/plugin-catalog-git-common';
import { EmptyState, QueryProvider, QueryState } from '@waymark/query-react';
import { StatusLabel } from '../components/health/StatusLabel';
import { useSummary } from '../hooks/useSummary';
import { healthRouteRef } from '../routes';
import { catalogGitTranslationRef } from '../translation';
import styles from './widgets.module.css';

/** Worst first. */
const ATTENTION: RepositoryStatus[] = [
  'unauthorized',
  'unreachable',
  'failing',
  'pending',
];

function Figures() {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const health = useRouteRef(healthRouteRef)?.() ?? '';
  const query = useSummary();
  return (
    <QueryState query={query} label={t('widget.ingestion')}>
      {summary =>
        summary.repositories === 0 ? (
          <EmptyState title={t('widget.noRepositories')} />
        ) : (
          <>
            <p className={styles.headline}>
              {t('widget.repositories', {
                ok: String(summary.repositoriesByStatus.ok),
                total: String(summary.repositories),
              })}
            </p>
            <ul className={styles.list}>
              {ATTENTION.filter(
                status => summary.repositoriesByStatus[status] > 0,
              ).map(status => (
                <li key={status} className={styles.row}>
                  <StatusLabel status={status} />
                  <Link href={`${health}?status=${status}`}>
                    {t('widget.inState', {
                      count: summary.repositoriesByStatus[status],
                    })}
                  </Link>
                </li>
              ))}
            </ul>
            <p className={styles.more}>
              <Link href={health}>{t('widget.open')}</Link>
              {`, ${t('widget.attention', { count: summary.problems })}`}
              {summary.providers.some(p => p.lastScan?.state === 'running') &&
                `. ${t('widget.running')}.`}
            </p>
          </>
        )
      }
    </QueryState>
  );
}

/** How the ingestion is doing, for those who run the portal. */
export function IngestionSummary() {
  return (
    <QueryProvider>
      <Figures />
    </QueryProvider>
  );
}
