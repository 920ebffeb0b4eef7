import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonLink,
  Container,
  Header,
  useBreakpoint,
} from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { EmptyState, QueryState } from '@waymark/query-react';
import { Helmet } from 'react-helmet';
import { useParams, useSearchParams } from 'react-router-dom';
import { useRefresh } from '../../hooks/useRefresh';
import { useRepository } from '../../hooks/useRepository';
import { inApp } from '../../problemHref';
import { healthRouteRef } from '../../routes';
import { catalogGitTranslationRef } from '../../translation';
import { HealthSection } from './HealthSection';
import { PastProblemsTable } from './PastProblemsTable';
import { ProblemsTable } from './ProblemsTable';
import { RepositoryFacts } from './RepositoryFacts';
import { RepositoryScansTable } from './RepositoryScansTable';
import styles from './RepositoryHealth.module.css';

/** One repository: what is wrong, what was, and how its last scans went. */
export function RepositoryHealth() {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { owner = '', repo = '' } = useParams();
  const [search] = useSearchParams();
  const health = useRouteRef(healthRouteRef);
  const refresh = useRefresh();
  const query = useRepository({
    owner,
    name: repo,
    provider: search.get('provider') ?? undefined,
  });
  const found = query.data?.repository;
  // A narrow window has room for the name alone.
  const isNarrow = useBreakpoint().down('sm');
  const actions = found && (
    <>
      <ButtonLink
        variant="secondary"
        href={inApp(found.url, window.location.origin)}
      >
        {t('health.repository.source')}
      </ButtonLink>
      <Button
        variant="primary"
        iconStart={<RiRefreshLine aria-hidden />}
        isPending={refresh.isPending}
        onPress={() =>
          refresh.mutate({
            repository: found.name,
            provider: found.provider,
          })
        }
      >
        {t('health.retry')}
      </Button>
    </>
  );
  return (
    <main>
      <Helmet title={`${t('health.title')} · ${owner}/${repo}`} />
      <Header
        title={`${owner}/${repo}`}
        breadcrumbs={
          isNarrow
            ? undefined
            : [{ label: t('health.title'), href: health?.() ?? '' }]
        }
        customActions={!isNarrow && actions}
      />
      <Container>
        <QueryState query={query} label={`${owner}/${repo}`}>
          {({ repository, problems, pastProblems, scans }) => (
            <div className={styles.sections}>
              {isNarrow && <div className={styles.actions}>{actions}</div>}
              <RepositoryFacts repository={repository} />
              <HealthSection title={t('health.repository.problems')}>
                {problems.length === 0 ? (
                  <EmptyState title={t('health.problems.empty')} />
                ) : (
                  <ProblemsTable
                    problems={problems}
                    pagination={{ type: 'none' }}
                  />
                )}
              </HealthSection>
              <HealthSection title={t('health.repository.history')}>
                {pastProblems.length === 0 ? (
                  <EmptyState title={t('health.repository.noHistory')} />
                ) : (
                  <PastProblemsTable problems={pastProblems} />
                )}
              </HealthSection>
              <HealthSection title={t('health.repository.scans')}>
                {scans.length === 0 ? (
                  <EmptyState title={t('health.repository.noScans')} />
                ) : (
                  <RepositoryScansTable scans={scans} />
                )}
              </HealthSection>
            </div>
          )}
        </QueryState>
      </Container>
    </main>
  );
}
