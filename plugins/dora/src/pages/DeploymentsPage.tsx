import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PAGE_SIZE, useCursorPages } from '@waymark/query-react';
import { DeploymentsTable } from '../components/DeploymentsTable';
import { ExportButton } from '../components/ExportButton';
import { ListFilter } from '../components/ListFilter';
import { PagedList } from '../components/PagedList';
import styles from '../components/page.module.css';
import { Section } from '../components/Section';
import { useDoraQuery } from '../hooks/useDoraQuery';
import { useListParams } from '../hooks/useListParams';
import { deploymentRows } from '../lists/csv';
import { useWindowQuery } from '../location/useWindowQuery';
import { doraTranslationRef } from '../translation';

const FILTERS = {
  all: {},
  counted: { counted: 'true' },
  failed: { failed: 'true' },
  unplanned: { counted: 'true', unplanned: 'true' },
  open: { failed: 'true', open: 'true' },
} as const;
type Filter = keyof typeof FILTERS;

const isFilter = (name: string | undefined): name is Filter =>
  name !== undefined && name in FILTERS;

/** Deployments of a scope in a window. */
export function DeploymentsPage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const { query } = useWindowQuery();
  const params = useListParams();
  const pages = useCursorPages();
  const asked = params.get('show');
  const show: Filter = isFilter(asked) ? asked : 'all';
  const asks = { ...query, ...FILTERS[show] };
  const answer = useDoraQuery('listDeployments', {
    query: { ...asks, cursor: pages.cursor, limit: PAGE_SIZE },
  });
  return (
    <Section
      title={t('page.deployments')}
      actions={
        <div className={styles.actions}>
          <ExportButton
            title={t('page.deployments')}
            read={(api, page) =>
              api.listDeployments({ query: { ...asks, ...page } })
            }
            rows={deploymentRows}
          />
          <ListFilter<Filter>
            label={t('list.show')}
            value={show}
            options={[
              { id: 'all', label: t('list.allDeployments') },
              { id: 'counted', label: t('list.counted') },
              { id: 'failed', label: t('list.failed') },
              { id: 'unplanned', label: t('list.unplanned') },
              { id: 'open', label: t('list.openFailures') },
            ]}
            onChange={key => {
              pages.reset();
              params.set({ show: key === 'all' ? undefined : key });
            }}
          />
        </div>
      }
    >
      <PagedList label={t('page.deployments')} query={answer} pages={pages}>
        {items => (
          <DeploymentsTable deployments={items} label={t('page.deployments')} />
        )}
      </PagedList>
    </Section>
  );
}
