import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FavoriteEntity, useEntityList } from '@backstage/plugin-catalog-react';
import {
  Cell,
  CellText,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import {
  toColumnConfig,
  usePluginColumns,
  type LoadedColumn,
} from '@waymark/catalog-columns-react';
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

const NO_KIND = 'component';

function useKind(): string {
  const { filters } = useEntityList();
  return filters.kind?.value.toLowerCase() ?? NO_KIND;
}

/** What plugins say about the kind shown, where there is room for it. */
export function useVisiblePluginColumns(): readonly LoadedColumn[] {
  const { down } = useBreakpoint();
  const columns = usePluginColumns(useKind());
  return down('lg') ? [] : columns;
}

/** Columns that mean something for the kind shown, as many as there is room for. */
export function useEntityColumns(
  ofPlugins: readonly LoadedColumn[],
): ColumnConfig<EntityRow>[] {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { down } = useBreakpoint();
  const kind = useKind();
  const isPhone = down('sm');
  const isNarrow = down('lg');
  const isCrowded = down('xl') && ofPlugins.length > 0;
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
      isHidden: !LIFECYCLES.includes(kind) || isNarrow || isCrowded,
      width: 120,
      cell: ({ entity }) => <CellText title={text(entity.spec?.lifecycle)} />,
    },
    ...ofPlugins.map(toColumnConfig<EntityRow>),
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
