import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Button,
  Cell,
  CellText,
  Table,
  type ColumnConfig,
} from '@backstage/ui';
import { EmptyState, QueryState, useCursorPages } from '@waymark/query-react';
import { useDecision } from '../../hooks/useDecision';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useTimes } from '../../hooks/useTimes';
import { doraTranslationRef } from '../../translation';
import { Pager } from '../Pager';
import styles from '../page.module.css';
import { Section } from '../Section';

type Page = NonNullable<
  ReturnType<typeof useDoraQuery<'listRejected'>>['data']
>;
type RejectedEvent = Page['items'][number];

/** Events that could not be used, and why; they are kept and can be tried again. */
export function Rejected() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const toasts = useApi(toastApiRef);
  const pages = useCursorPages();
  const answer = useDoraQuery('listRejected', {
    query: { cursor: pages.cursor, limit: 20 },
  });
  const replay = useDecision(async (api, ids: string[] | undefined) => {
    const { queued } = await api.replayRejected({ body: { ids } });
    toasts.post({ title: t('data.replayed', { count: queued }) });
  });
  const columns: ColumnConfig<RejectedEvent>[] = [
    {
      id: 'source',
      label: t('data.source'),
      isRowHeader: true,
      minWidth: 140,
      cell: ({ source, type }) => (
        <CellText title={source} description={type ?? undefined} />
      ),
    },
    {
      id: 'reason',
      label: t('data.reason'),
      defaultWidth: '3fr',
      minWidth: 240,
      cell: ({ code, reason, attempts }) => (
        <Cell>
          <div className={styles.stack}>
            <span>{reason}</span>
            <span className={styles.muted}>
              {[code, attempts > 1 && t('data.attempts', { count: attempts })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        </Cell>
      ),
    },
    {
      id: 'received',
      label: t('data.lastReceived', { zone: times.zone }),
      minWidth: 160,
      cell: ({ receivedAt }) => <CellText title={times.instant(receivedAt)} />,
    },
    {
      id: 'replay',
      label: t('data.replay'),
      width: 130,
      cell: ({ id }) => (
        <Cell>
          <Button
            size="small"
            variant="secondary"
            onPress={() => replay.mutate([id])}
          >
            {t('data.replay')}
          </Button>
        </Cell>
      ),
    },
  ];
  return (
    <Section
      title={t('data.rejected')}
      actions={
        answer.data && answer.data.items.length > 0 ? (
          <Button
            size="small"
            variant="secondary"
            isPending={replay.isPending}
            onPress={() => replay.mutate(undefined)}
          >
            {t('data.replayAll')}
          </Button>
        ) : undefined
      }
    >
      <QueryState query={answer} label={t('data.rejected')}>
        {page =>
          page.items.length === 0 ? (
            <EmptyState title={t('data.rejectedEmpty')} />
          ) : (
            <div className={styles.scroll}>
              <Table
                aria-label={t('data.rejected')}
                columnConfig={columns}
                data={page.items}
                pagination={{ type: 'none' }}
              />
              <Pager {...pages.steps(page.nextCursor)} />
            </div>
          )
        }
      </QueryState>
    </Section>
  );
}
