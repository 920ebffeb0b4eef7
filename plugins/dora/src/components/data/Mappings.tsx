import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Cell,
  CellText,
  Table,
  type ColumnConfig,
} from '@backstage/ui';
import { QueryState, useCursorPages } from '@waymark/query-react';
import { useDecision } from '../../hooks/useDecision';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useTimes } from '../../hooks/useTimes';
import { doraTranslationRef } from '../../translation';
import { Pager } from '../Pager';
import styles from '../page.module.css';
import { Section } from '../Section';
import { Who } from '../Who';

type Page = NonNullable<
  ReturnType<typeof useDoraQuery<'listMappings'>>['data']
>;
type Stored = Page['items'][number];

/** What names stand for, who said so, and the way back. */
export function Mappings() {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const pages = useCursorPages();
  const answer = useDoraQuery('listMappings', {
    query: { cursor: pages.cursor, limit: 20 },
  });
  const remove = useDecision((api, id: string) =>
    api.deleteMapping({ params: { id } }),
  );
  const columns: ColumnConfig<Stored>[] = [
    {
      id: 'name',
      label: t('data.name'),
      isRowHeader: true,
      minWidth: 160,
      cell: ({ mapping }) => (
        <CellText title={mapping.name} description={mapping.source} />
      ),
    },
    {
      id: 'standsFor',
      label: t('data.standsFor'),
      minWidth: 160,
      cell: ({ mapping }) => {
        const text =
          mapping.kind === 'environment'
            ? t(`data.tiers.${mapping.tier}`)
            : mapping.service ?? t('data.ignore');
        return <CellText title={text} />;
      },
    },
    {
      id: 'events',
      label: t('data.events'),
      width: 90,
      cell: ({ events }) => <CellText title={String(events)} />,
    },
    {
      id: 'by',
      label: t('data.by'),
      minWidth: 180,
      cell: ({ decidedBy, decidedAt }) => (
        <Cell>
          <div className={styles.stack}>
            <Who name={decidedBy} />
            <span className={styles.muted}>{times.instant(decidedAt)}</span>
          </div>
        </Cell>
      ),
    },
    {
      id: 'remove',
      label: t('data.removeShort'),
      width: 110,
      cell: ({ id, mapping }) => (
        <Cell>
          <Button
            size="small"
            variant="tertiary"
            aria-label={t('data.remove', { name: mapping.name })}
            onPress={() => remove.mutate(id)}
          >
            {t('data.removeShort')}
          </Button>
        </Cell>
      ),
    },
  ];
  return (
    <Section title={t('data.mappings')}>
      <QueryState query={answer} label={t('data.mappings')}>
        {page =>
          page.items.length === 0 ? (
            <p className={styles.muted}>{t('data.mappingsEmpty')}</p>
          ) : (
            <div className={styles.scroll}>
              <Table
                aria-label={t('data.mappings')}
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
