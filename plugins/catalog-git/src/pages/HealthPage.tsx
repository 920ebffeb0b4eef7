import {
  NotFoundErrorPage,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Container, Header, useBreakpoint } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import type { Summary } from '@waymark/plugin-catalog-git-common';
import { QueryProvider, QueryState } from '@waymark/query-react';
import { Route, Routes } from 'react-router-dom';
import { HealthFilters } from '../components/health/HealthFilters';
import { Problems } from '../components/health/Problems';
import { Repositories } from '../components/health/Repositories';
import { RepositoryHealth } from '../components/health/RepositoryHealth';
import { ScanProgress } from '../components/health/ScanProgress';
import { SummaryFigures } from '../components/health/SummaryFigures';
import { useFilters } from '../hooks/useFilters';
import { useRefresh } from '../hooks/useRefresh';
import { useSummary } from '../hooks/useSummary';
import { catalogGitTranslationRef } from '../translation';
import styles from './HealthPage.module.css';

/** Reads again what fails, or everything. */
function ScanButtons({ summary }: { summary: Summary | undefined }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const retry = useRefresh();
  const scan = useRefresh();
  const providers = summary?.providers.map(({ id }) => id) ?? [];
  return (
    <>
      <Button
        variant="secondary"
        isPending={retry.isPending}
        isDisabled={!summary?.problems}
        onPress={() => retry.mutate({ failing: true })}
      >
        {t('health.retryFailing')}
      </Button>
      <Button
        variant="primary"
        iconStart={<RiRefreshLine aria-hidden />}
        isPending={scan.isPending}
        isDisabled={providers.length === 0}
        onPress={() => scan.mutate({ providers })}
      >
        {t('health.scanAll')}
      </Button>
    </>
  );
}

function Health() {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const summary = useSummary();
  const control = useFilters();
  const { filters } = control;
  const isNarrow = useBreakpoint().down('sm');
  const providers = summary.data?.providers.map(({ id }) => id) ?? [];
  return (
    <main>
      <Header
        title={t('health.title')}
        description={t('health.description')}
        customActions={!isNarrow && <ScanButtons summary={summary.data} />}
      />
      <Container>
        <div className={styles.sections}>
          {/* Beside the title they would leave no room for it. */}
          {isNarrow && (
            <div className={styles.actions}>
              <ScanButtons summary={summary.data} />
            </div>
          )}
          <QueryState query={summary} label={t('health.summary.label')}>
            {data => (
              <>
                <ScanProgress summary={data} />
                <SummaryFigures summary={data} />
              </>
            )}
          </QueryState>
          {/* Without the figures the lists would fail in the same way. */}
          {(summary.data || !summary.error) && (
            <>
              <HealthFilters providers={providers} control={control} />
              {/* Another filter begins on the first page. */}
              <Problems
                key={JSON.stringify([
                  'problems',
                  filters.provider,
                  filters.code,
                  filters.text,
                ])}
                control={control}
              />
              <Repositories
                key={JSON.stringify([
                  'repositories',
                  filters.provider,
                  filters.status,
                  filters.text,
                ])}
                control={control}
              />
            </>
          )}
        </div>
      </Container>
    </main>
  );
}

/** Ingestion health, of all repositories and of each: for platform engineers. */
export function HealthPage() {
  return (
    <QueryProvider>
      <Routes>
        <Route index element={<Health />} />
        <Route path=":owner/:repo" element={<RepositoryHealth />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </QueryProvider>
  );
}
