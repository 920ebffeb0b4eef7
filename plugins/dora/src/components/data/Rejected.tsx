import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Button,
  Cell,
  CellText,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import { EmptyState, useCursorPages } from '@waymark/query-react';
import { useDecision } from '../../hooks/useDecision';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useTimes } from '../../hooks/useTimes';
import { doraTranslationRef } from '../../translation';
import { ListTable } from '../ListTable';
import { PagedList } from '../PagedList';
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
  // There the last column is out of sight: the button stands under the source.
  const isNarrow = useBreakpoint().down('sm');
  const toasts = useApi(toastApiRef);
  const pages = useCursorPages();
  const answer = useDoraQuery('listRejected', {
    query: { cursor: pages.cursor, limit: 20 },
  });
  const replay = useDecision(async (api, ids: string[] | undefined) => {
    const { queued } = await api.replayRejected({ body: { ids } });
    toasts.post({ title: t('data.replayed', { count: queued }) });
  });
  const replayButton = (id: string) => (
    <Button
      size="small"
      variant="secondary"
      onPress={() => replay.mutate([id])}
    >
      {t('data.replay')}
    </Button>
  );
  const columns: ColumnConfig<RejectedEvent>[] = [
    {
      id: 'source',
      label: t('data.source'),
      isRowHeader: true,
      minWidth: 140,
      cell: ({ id, source, type }) => (
        <Cell>
          <div className={styles.stack}>
            <span>{source}</span>
            {type && <span className={styles.muted}>{type}</span>}
            {isNarrow && <div>{replayButton(id)}</div>}
          </div>
        </Cell>
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
      isHidden: isNarrow,
      width: 130,
      cell: ({ id }) => <Cell>{replayButton(id)}</Cell>,
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
      <PagedList
        label={t('data.rejected')}
        query={answer}
        pages={pages}
        empty={<EmptyState title={t('data.rejectedEmpty')} />}
      >
        {items => (
          <ListTable
            label={t('data.rejected')}
            columns={columns}
            items={items}
          />
        )}
      </PagedList>
    </Section>
  );
}
