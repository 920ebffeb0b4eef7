import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Container, Header } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { QueryProvider, QueryState } from '@waymark/query-react';
import { Problems } from '../components/health/Problems';
import { Repositories } from '../components/health/Repositories';
import { SummaryFigures } from '../components/health/SummaryFigures';
import { useRefresh } from '../hooks/useRefresh';
import { useSummary } from '../hooks/useSummary';
import { catalogGitTranslationRef } from '../translation';
import styles from './HealthPage.module.css';

function ScanAllButton({ providers }: { providers: string[] }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const refresh = useRefresh();
  return (
    <Button
      variant="primary"
      iconStart={<RiRefreshLine aria-hidden />}
      isPending={refresh.isPending}
      isDisabled={providers.length === 0}
      onPress={() => refresh.mutate({ providers })}
    >
      {t('health.scanAll')}
    </Button>
  );
}

function Health() {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const summary = useSummary();
  const providers = summary.data?.providers.map(({ id }) => id) ?? [];
  return (
    <main>
      <Header
        title={t('health.title')}
        description={t('health.description')}
        customActions={<ScanAllButton providers={providers} />}
      />
      <Container>
        <div className={styles.sections}>
          <QueryState query={summary} label={t('health.summary.label')}>
            {data => <SummaryFigures summary={data} />}
          </QueryState>
          {/* Without the figures the lists would fail in the same way. */}
          {(summary.data || !summary.error) && (
            <>
              <Problems />
              <Repositories />
            </>
          )}
        </div>
      </Container>
    </main>
  );
}

/** Ingestion health: for platform engineers. */
export function HealthPage() {
  return (
    <QueryProvider>
      <Health />
    </QueryProvider>
  );
}
