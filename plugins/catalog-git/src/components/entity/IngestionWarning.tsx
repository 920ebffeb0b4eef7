import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, ButtonLink } from '@backstage/ui';
import { QueryProvider } from '@waymark/query-react';
import { useEntityProblems } from '../../hooks/useEntityProblems';
import { useInstant } from '../../hooks/useInstant';
import { problemHref } from '../../problemHref';
import { catalogGitTranslationRef } from '../../translation';

const SHORT_COMMIT = 8;

/** Says why an older version is shown; nothing for an entity that is up to date. */
function Warning({ entityRef }: { entityRef: string }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { zone, format } = useInstant();
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
        description={`${problem.reason.replace(/\.$/, '')}${rest}. ${
          problem.remedy
        } ${detail}`}
        customActions={
          <ButtonLink
            size="small"
            variant="secondary"
            href={problemHref(problem, window.location.origin)}
          >
            {t('entity.open', { place: place.trim() })}
          </ButtonLink>
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
