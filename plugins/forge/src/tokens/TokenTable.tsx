import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Table, type ColumnConfig } from '@backstage/ui';
import type { ForgeToken } from '@waymark/plugin-forge-common';
import { usePortalTime } from '@waymark/time-react';
import { forgeTranslationRef } from '../translation';
import { RevokeToken } from './RevokeToken';

/** What there is, with what it was last used for and how long it is good. */
export function TokenTable({
  tokens,
  now,
}: {
  tokens: ForgeToken[];
  now: Date;
}) {
  const { t } = useTranslationRef(forgeTranslationRef);
  const { zone, day } = usePortalTime();
  const isOver = ({ expiresAt }: ForgeToken) => new Date(expiresAt) <= now;
  const columns: ColumnConfig<ForgeToken>[] = [
    {
      id: 'name',
      label: t('column.name'),
      isRowHeader: true,
      cell: ({ name }) => <CellText title={name} />,
    },
    {
      id: 'created',
      label: t('column.created', { zone }),
      cell: ({ createdAt }) => <CellText title={day(createdAt)} />,
    },
    {
      id: 'used',
      label: t('column.used', { zone }),
      cell: ({ lastUsedAt }) => (
        <CellText title={lastUsedAt ? day(lastUsedAt) : t('never')} />
      ),
    },
    {
      id: 'expires',
      label: t('column.expires', { zone }),
      cell: token => (
        <CellText
          title={
            isOver(token)
              ? t('expired', { date: day(token.expiresAt) })
              : day(token.expiresAt)
          }
        />
      ),
    },
    {
      id: 'revoke',
      label: t('column.actions'),
      width: 120,
      cell: ({ id, name }) => (
        <Cell>
          <RevokeToken id={id} name={name} />
        </Cell>
      ),
    },
  ];
  return (
    <Table
      aria-label={t('title')}
      columnConfig={columns}
      data={tokens}
      pagination={{ type: 'none' }}
    />
  );
}
