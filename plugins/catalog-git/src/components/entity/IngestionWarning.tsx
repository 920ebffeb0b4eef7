import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Link } from '@backstage/ui';
import { QueryProvider } from '@waymark/query-react';
import { useEntityProblems } from '../../hooks/useEntityProblems';
import { usePortalTime } from '@waymark/time-react';
import { problemHref } from '../../problemHref';
import { catalogGitTranslationRef } from '../../translation';
import styles from './IngestionWarning.module.css';

const SHORT_COMMIT = 8;

/** Says why an older version is shown; nothing for an entity that is up to date. */
function Warning({ entityRef }: { entityRef: string }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { zone, format } = usePortalTime();
  // Without an answer the page is as good as without this warning.
  const { data } = useEntityProblems(entityRef);
  const [problem, ...more] = data?.items ?? [];
  if (!problem) {
    return null;
  }
  const place = `${problem.repository} ${problem.path}${
    problem.line ? `:${problem.line}` : ''
  }`;
  const detail = t('entity.warningDetail', {
    commit: problem.lastGoodCommit?.slice(0, SHORT_COMMIT) ?? '',
    since: format(problem.since),
    zone,
  });
  const rest =
    more.length > 0 ? ` (${t('entity.and', { count: more.length })})` : '';
  return (
    <div role="alert">
      <Alert
        status="warning"
        icon
        title={t('entity.warning')}
        description={
          <>
            <p className={styles.text}>
              {`${problem.reason.replace(/\.$/, '')}${rest}. ${problem.remedy}`}
            </p>
            <p className={styles.text}>{detail}</p>
            <Link href={problemHref(problem, window.location.origin)}>
              {t('entity.open', { place: place.trim() })}
            </Link>
          </>
        }
      />
    </div>
  );
}

/** For the page of an entity. */
export function IngestionWarning() {
  const { entity } = useEntity();
  return (
    <QueryProvider>
      <Warning entityRef={stringifyEntityRef(entity)} />
    </QueryProvider>
  );
}
