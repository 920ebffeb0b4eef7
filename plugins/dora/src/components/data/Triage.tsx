import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Cell,
  CellText,
  Flex,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import { EmptyState, PAGE_SIZE, useCursorPages } from '@waymark/query-react';
import type { TriageItem } from '@waymark/plugin-dora-common';
import { useDecision } from '../../hooks/useDecision';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useTimes } from '../../hooks/useTimes';
import { doraTranslationRef } from '../../translation';
import { ListTable } from '../ListTable';
import { PagedList } from '../PagedList';
import styles from '../page.module.css';
import { Section } from '../Section';
import { MapDialog, toMapping } from './MapDialog';

const REFRESH_MS = 15_000;

function Suggestion({ item }: { item: TriageItem }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const accept = useDecision(async (api, suggested: TriageItem) => {
    const value = suggested.suggestion?.value;
    const body = value && toMapping(suggested, value);
    if (body) await api.putMapping({ body });
  });
  if (!item.suggestion) return null;
  const { value, reason } = item.suggestion;
  return (
    <div className={styles.stack}>
      <Button
        size="small"
        aria-label={t('data.acceptTitle', { name: item.name, value })}
        isPending={accept.isPending}
        onPress={() => accept.mutate(item)}
      >
        {t('data.accept', { value })}
      </Button>
      <span className={styles.muted}>{reason}</span>
    </div>
  );
}

function Answers({ item }: { item: TriageItem }) {
  return (
    <Flex gap="2" align="start">
      <Suggestion item={item} />
      <MapDialog item={item} />
    </Flex>
  );
}

/** Names that nobody has mapped yet; one click where there is a likely answer. */
export function Triage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  // There the last column is out of sight: what to do stands under the name.
  const isNarrow = useBreakpoint().down('sm');
  const pages = useCursorPages();
  // Events keep coming in; a name may also come back once its mapping is removed.
  const answer = useDoraQuery(
    'listTriage',
    { query: { cursor: pages.cursor, limit: PAGE_SIZE } },
    { refetchInterval: REFRESH_MS },
  );
  const columns: ColumnConfig<TriageItem>[] = [
    {
      id: 'name',
      label: t('data.name'),
      isRowHeader: true,
      minWidth: isNarrow ? 260 : 180,
      cell: item => (
        <Cell>
          <div className={styles.stack}>
            <span>{item.name}</span>
            <span className={styles.muted}>{t(`data.${item.kind}`)}</span>
            {isNarrow && <Answers item={item} />}
          </div>
        </Cell>
      ),
    },
    {
      id: 'source',
      label: t('data.source'),
      width: 120,
      cell: ({ source }) => <CellText title={source} />,
    },
    {
      id: 'events',
      label: t('data.events'),
      width: 90,
      cell: ({ events }) => <CellText title={String(events)} />,
    },
    {
      id: 'lastSeen',
      label: t('data.lastSeen', { zone: times.zone }),
      minWidth: 160,
      cell: ({ lastSeenAt }) => <CellText title={times.instant(lastSeenAt)} />,
    },
    {
      id: 'suggestion',
      label: t('data.suggestion'),
      isHidden: isNarrow,
      minWidth: 220,
      cell: item => (
        <Cell>
          <Answers item={item} />
        </Cell>
      ),
    },
  ];
  return (
    <Section title={t('data.triage')} description={t('data.triageDescription')}>
      <PagedList
        label={t('data.triage')}
        query={answer}
        pages={pages}
        empty={
          <EmptyState
            title={t('data.triageEmpty')}
            description={t('data.triageEmptyDescription')}
          />
        }
      >
        {items => (
          <ListTable label={t('data.triage')} columns={columns} items={items} />
        )}
      </PagedList>
    </Section>
  );
}
