import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { PAGE_SIZE, useCursorPages } from '@waymark/query-react';
import { ChangesTable } from '../components/ChangesTable';
import { ExportButton } from '../components/ExportButton';
import { ListFilter } from '../components/ListFilter';
import { PagedList } from '../components/PagedList';
import styles from '../components/page.module.css';
import { Section } from '../components/Section';
import { STAGES, StageLegend, type Stage } from '../components/StageBar';
import { useDoraQuery } from '../hooks/useDoraQuery';
import { useListParams } from '../hooks/useListParams';
import { useTimes } from '../hooks/useTimes';
import { changeRows } from '../lists/csv';
import { useWindowQuery } from '../location/useWindowQuery';
import { doraTranslationRef } from '../translation';

type Sort = 'newest' | 'lead' | Stage;
const SORTS: readonly Sort[] = ['newest', 'lead', ...STAGES];

const seconds = (text: string | undefined) => {
  const value = Number(text);
  return text === undefined || !Number.isFinite(value) || value < 0
    ? undefined
    : value;
};

/** Changes of a scope that were deployed in a window, or wait for it. */
export function ChangesPage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const { query } = useWindowQuery();
  const params = useListParams();
  const pages = useCursorPages();
  const sort = SORTS.find(known => known === params.get('sort')) ?? 'newest';
  const waiting = params.get('show') === 'undeployed';
  const minSeconds = seconds(params.get('minSeconds'));
  const maxSeconds = seconds(params.get('maxSeconds'));
  const asks = {
    ...query,
    ...(waiting && { undeployed: 'true' as const }),
    sort,
    ...(sort !== 'newest' && { sample: 'true' as const }),
    minSeconds,
    maxSeconds,
  };
  const answer = useDoraQuery('listChanges', {
    query: { ...asks, cursor: pages.cursor, limit: PAGE_SIZE },
  });
  const what = (name: Sort) =>
    name === 'lead' || name === 'newest' ? t('list.lead') : t(`stage.${name}`);
  return (
    <Section
      title={t('page.changes')}
      actions={
        <div className={styles.actions}>
          <ExportButton
            title={t('page.changes')}
            read={(api, page) =>
              api.listChanges({ query: { ...asks, ...page } })
            }
            rows={changeRows}
          />
          <ListFilter<'samples' | 'undeployed'>
            label={t('list.show')}
            value={waiting ? 'undeployed' : 'samples'}
            options={[
              { id: 'samples', label: t('list.samples') },
              { id: 'undeployed', label: t('list.undeployed') },
            ]}
            onChange={key => {
              pages.reset();
              params.set({ show: key === 'samples' ? undefined : key });
            }}
          />
          <ListFilter<Sort>
            label={t('list.sort')}
            value={sort}
            options={SORTS.map(id => ({
              id,
              label:
                id === 'newest'
                  ? t('list.newest')
                  : t('list.slowest', { what: what(id) }),
            }))}
            onChange={key => {
              pages.reset();
              params.set({ sort: key === 'newest' ? undefined : key });
            }}
          />
        </div>
      }
    >
      <StageLegend />
      {(minSeconds !== undefined || maxSeconds !== undefined) && (
        <div className={styles.narrowed}>
          <p className={styles.muted}>
            {t('list.between', {
              what: what(sort),
              low: times.duration(minSeconds ?? 0),
              high: maxSeconds === undefined ? '∞' : times.duration(maxSeconds),
            })}
          </p>
          <Button
            size="small"
            variant="secondary"
            onPress={() => {
              pages.reset();
              params.set({ minSeconds: undefined, maxSeconds: undefined });
            }}
          >
            {t('list.all')}
          </Button>
        </div>
      )}
      <PagedList label={t('page.changes')} query={answer} pages={pages}>
        {items => <ChangesTable changes={items} label={t('page.changes')} />}
      </PagedList>
    </Section>
  );
}
