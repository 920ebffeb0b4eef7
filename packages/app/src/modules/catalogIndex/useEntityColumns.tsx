import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FavoriteEntity, useEntityList } from '@backstage/plugin-catalog-react';
import {
  Cell,
  CellText,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import { waymarkTranslationRef } from '../../translation';
import { EntityNameCell } from './EntityNameCell';
import { RelationLinks } from './RelationLinks';

export interface EntityRow {
  id: string;
  entity: Entity;
}

/** Kinds that are owners themselves. */
const OWNERS = ['group', 'user'];
const LIFECYCLES = ['component', 'api', 'resource'];
const TYPES = [...LIFECYCLES, 'group', 'template'];
const PARTS = [...LIFECYCLES, 'system'];

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Columns that mean something for the kind shown, as many as there is room for. */
export function useEntityColumns(): ColumnConfig<EntityRow>[] {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { filters } = useEntityList();
  const { down } = useBreakpoint();
  const kind = filters.kind?.value.toLowerCase() ?? 'component';
  const isPhone = down('sm');
  const isNarrow = down('lg');
  return [
    {
      id: 'name',
      label: t('catalog.column.name'),
      isRowHeader: true,
      defaultWidth: '5fr',
      minWidth: 180,
      cell: ({ entity }) => <EntityNameCell entity={entity} />,
    },
    {
      id: 'owner',
      label: t('catalog.column.owner'),
      isHidden: OWNERS.includes(kind) || isPhone,
      defaultWidth: '2fr',
      cell: ({ entity }) => <RelationLinks entity={entity} type="ownedBy" />,
    },
    {
      id: 'memberOf',
      label: t('catalog.column.team'),
      isHidden: kind !== 'user',
      defaultWidth: '3fr',
      cell: ({ entity }) => <RelationLinks entity={entity} type="memberOf" />,
    },
    {
      id: 'childOf',
      label: t('catalog.column.parent'),
      isHidden: kind !== 'group' || isPhone,
      defaultWidth: '2fr',
      cell: ({ entity }) => <RelationLinks entity={entity} type="childOf" />,
    },
    {
      id: 'partOf',
      label: t(
        kind === 'system' ? 'catalog.column.domain' : 'catalog.column.system',
      ),
      isHidden: !PARTS.includes(kind) || isNarrow,
      defaultWidth: '2fr',
      cell: ({ entity }) => <RelationLinks entity={entity} type="partOf" />,
    },
    {
      id: 'type',
      label: t('catalog.column.type'),
      isHidden: !TYPES.includes(kind) || isPhone,
      width: 140,
      cell: ({ entity }) => <CellText title={text(entity.spec?.type)} />,
    },
    {
      id: 'lifecycle',
      label: t('catalog.column.lifecycle'),
      isHidden: !LIFECYCLES.includes(kind) || isNarrow,
      width: 120,
      cell: ({ entity }) => <CellText title={text(entity.spec?.lifecycle)} />,
    },
    {
      id: 'favourite',
      label: t('catalog.column.favourite'),
      width: 64,
      cell: ({ entity }) => (
        <Cell>
          <FavoriteEntity entity={entity} />
        </Cell>
      ),
    },
  ];
}
