import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { EmptyState, QueryProvider, QueryState } from '@waymark/query-react';
import { useCodeLabels } from '../components/health/useCodeLabels';
import { usePortalTime } from '@waymark/time-react';
import { useOwnProblems } from '../hooks/useOwnProblems';
import { problemHref } from '../problemHref';
import { catalogGitTranslationRef } from '../translation';
import styles from './widgets.module.css';

const SHOWN = 5;

function List() {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const codeLabels = useCodeLabels();
  const { zone, format } = usePortalTime();
  const query = useOwnProblems(SHOWN);
  return (
    <QueryState query={query} label={t('widget.own')}>
      {({ items, total }) =>
        items.length === 0 ? (
          <EmptyState
            title={t('widget.ownEmpty')}
            description={t('widget.ownEmptyDescription')}
          />
        ) : (
          <>
            <ul className={styles.list}>
              {items.map(problem => (
                <li
                  key={`${problem.provider} ${problem.repository} ${problem.path} ${problem.document} ${problem.code}`}
                >
                  <Link
                    className={styles.place}
                    href={problemHref(problem, window.location.origin)}
                  >
                    {`${problem.repository} ${problem.path}${
                      problem.line ? `:${problem.line}` : ''
                    }`}
                  </Link>
                  <div>
                    <span className={styles.code}>
                      {codeLabels[problem.code]}
                    </span>
                    {`: ${problem.reason}`}
                  </div>
                  <div className={styles.muted}>
                    {`${problem.remedy} ${t('health.problems.since', {
                      zone,
                    })}: ${format(problem.since)}`}
                  </div>
                </li>
              ))}
            </ul>
            {total > items.length && (
              <p className={styles.more}>
                {t('widget.ownMore', { count: total - items.length })}
              </p>
            )}
          </>
        )
      }
    </QueryState>
  );
}

/** Catalog files of one's teams that cannot be read. */
export function OwnProblems() {
  return (
    <QueryProvider>
      <List />
    </QueryProvider>
  );
}
