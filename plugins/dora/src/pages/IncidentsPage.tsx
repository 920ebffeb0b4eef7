import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState, QueryState, useCursorPages } from '@waymark/query-react';
import { IncidentsTable } from '../components/IncidentsTable';
import { ListFilter } from '../components/ListFilter';
import { Pager } from '../components/Pager';
import styles from '../components/page.module.css';
import { Section } from '../components/Section';
import { useDoraQuery } from '../hooks/useDoraQuery';
import { useListParams } from '../hooks/useListParams';
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
  const answer = useDoraQuery('listIncidents', {
    query: { ...query, ...FILTERS[show], cursor: pages.cursor, limit: 20 },
  });
  return (
    <Section
      title={t('page.incidents')}
      actions={
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
      }
    >
      <QueryState query={answer} label={t('page.incidents')}>
        {page =>
          page.items.length === 0 ? (
            <EmptyState title={t('list.empty')} />
          ) : (
            <div className={styles.page}>
              <IncidentsTable
                incidents={page.items}
                label={t('page.incidents')}
              />
              <Pager {...pages.steps(page.nextCursor)} />
            </div>
          )
        }
      </QueryState>
    </Section>
  );
}
