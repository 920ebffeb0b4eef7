import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Cell,
  CellText,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import { useCursorPages } from '@waymark/query-react';
import { useDecision } from '../../hooks/useDecision';
import { useDoraQuery } from '../../hooks/useDoraQuery';
import { useTimes } from '../../hooks/useTimes';
import { doraTranslationRef } from '../../translation';
import { ListTable } from '../ListTable';
import { PagedList } from '../PagedList';
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
  // There the last column is out of sight: the way back stands under the name.
  const isNarrow = useBreakpoint().down('sm');
  const pages = useCursorPages();
  const answer = useDoraQuery('listMappings', {
    query: { cursor: pages.cursor, limit: 20 },
  });
  const remove = useDecision((api, id: string) =>
    api.deleteMapping({ params: { id } }),
  );
  const removeButton = ({ id, mapping }: Stored) => (
    <Button
      size="small"
      variant="tertiary"
      aria-label={t('data.remove', { name: mapping.name })}
      onPress={() => remove.mutate(id)}
    >
      {t('data.removeShort')}
    </Button>
  );
  const columns: ColumnConfig<Stored>[] = [
    {
      id: 'name',
      label: t('data.name'),
      isRowHeader: true,
      minWidth: 160,
      cell: stored => (
        <Cell>
          <div className={styles.stack}>
            <span>{stored.mapping.name}</span>
            <span className={styles.muted}>
              {stored.mapping.source === '*'
                ? t('data.anySource')
                : stored.mapping.source}
            </span>
            {isNarrow && <div>{removeButton(stored)}</div>}
          </div>
        </Cell>
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
      isHidden: isNarrow,
      width: 110,
      cell: stored => <Cell>{removeButton(stored)}</Cell>,
    },
  ];
  return (
    <Section title={t('data.mappings')}>
      <PagedList
        label={t('data.mappings')}
        query={answer}
        pages={pages}
        empty={<p className={styles.muted}>{t('data.mappingsEmpty')}</p>}
      >
        {items => (
          <ListTable
            label={t('data.mappings')}
            columns={columns}
            items={items}
          />
        )}
      </PagedList>
    </Section>
  );
}
