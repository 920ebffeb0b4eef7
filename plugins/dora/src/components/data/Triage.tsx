import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Cell,
  CellText,
  Flex,
  Table,
  type ColumnConfig,
} from '@backstage/ui';
import { EmptyState, QueryState, useCursorPages } from '@waymark/query-react';
import type { TriageItem } from '@waymark/plugin-dora-common';
import { useDecision } from '../../hooks/useDecision';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useTimes } from '../../hooks/useTimes';
import { doraTranslationRef } from '../../translation';
import { Pager } from '../Pager';
import styles from '../page.module.css';
import { Section } from '../Section';
import { MapDialog, toMapping } from './MapDialog';

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

/** Names that nobody has mapped yet; one click where there is a likely answer. */
export function Triage() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const pages = useCursorPages();
  const answer = useDoraQuery('listTriage', {
    query: { cursor: pages.cursor, limit: 20 },
  });
  const columns: ColumnConfig<TriageItem>[] = [
    {
      id: 'name',
      label: t('data.name'),
      isRowHeader: true,
      minWidth: 180,
      cell: ({ name, kind }) => (
        <Cell>
          <div className={styles.stack}>
            <span>{name}</span>
            <span className={styles.muted}>{t(`data.${kind}`)}</span>
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
      minWidth: 220,
      cell: item => (
        <Cell>
          <Flex gap="2" align="start">
            <Suggestion item={item} />
            <MapDialog item={item} />
          </Flex>
        </Cell>
      ),
    },
  ];
  return (
    <Section title={t('data.triage')} description={t('data.triageDescription')}>
      <QueryState query={answer} label={t('data.triage')}>
        {page =>
          page.items.length === 0 ? (
            <EmptyState
              title={t('data.triageEmpty')}
              description={t('data.triageEmptyDescription')}
            />
          ) : (
            <div className={styles.scroll}>
              <Table
                aria-label={t('data.triage')}
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
