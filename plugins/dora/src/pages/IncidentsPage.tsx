import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PAGE_SIZE, useCursorPages } from '@waymark/query-react';
import { IncidentsTable } from '../components/IncidentsTable';
import { ExportButton } from '../components/ExportButton';
import { ListFilter } from '../components/ListFilter';
import { PagedList } from '../components/PagedList';
import styles from '../components/page.module.css';
import { Section } from '../components/Section';
import { useDoraQuery } from '../hooks/useDoraQuery';
import { useListParams } from '../hooks/useListParams';
import { incidentRows } from '../lists/csv';
import { useWindowQuery } from '../location/useWindowQuery';
import { doraTranslationRef } from '../translation';

const FILTERS = {
  all: {},
  open: { open: 'true' },
  unlinked: { linked: 'false' },
} as const;
type Filter = keyof typeof FILTERS;

const isFilter = (name: string | undefined): name is Filter =>
  name !== undefined && name in FILTERS;

/** Incidents of a scope whose impact began in a window. */
export function IncidentsPage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const { query } = useWindowQuery();
  const params = useListParams();
  const pages = useCursorPages();
  const asked = params.get('show');
  const show: Filter = isFilter(asked) ? asked : 'all';
  const asks = { ...query, ...FILTERS[show] };
  const answer = useDoraQuery('listIncidents', {
    query: { ...asks, cursor: pages.cursor, limit: PAGE_SIZE },
  });
  return (
    <Section
      title={t('page.incidents')}
      actions={
        <div className={styles.actions}>
          <ExportButton
            title={t('page.incidents')}
            read={(api, page) =>
              api.listIncidents({ query: { ...asks, ...page } })
            }
            rows={incidentRows}
          />
          <ListFilter<Filter>
            label={t('list.show')}
            value={show}
            options={[
              { id: 'all', label: t('list.allIncidents') },
              { id: 'open', label: t('list.openIncidents') },
              { id: 'unlinked', label: t('list.unlinked') },
            ]}
            onChange={key => {
              pages.reset();
              params.set({ show: key === 'all' ? undefined : key });
            }}
          />
        </div>
      }
    >
      <PagedList label={t('page.incidents')} query={answer} pages={pages}>
        {items => (
          <IncidentsTable incidents={items} label={t('page.incidents')} />
        )}
      </PagedList>
    </Section>
  );
}
