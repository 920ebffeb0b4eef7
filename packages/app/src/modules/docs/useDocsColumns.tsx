import type { Entity } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  FavoriteEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import {
  Cell,
  CellText,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import { waymarkTranslationRef } from '../../translation';
import { RelationLinks } from '../catalogIndex/RelationLinks';
import type { EntityRow } from '../catalogIndex/useEntityColumns';

/** As many columns as there is room for; on a phone the title alone. */
export function useDocsColumns(): ColumnConfig<EntityRow>[] {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const isPhone = useBreakpoint().down('sm');
  return [
    {
      id: 'title',
      label: t('docsIndex.document'),
      isRowHeader: true,
      defaultWidth: '5fr',
      minWidth: 180,
      cell: ({ entity }) => <DocumentCell entity={entity} />,
    },
    {
      id: 'owner',
      label: t('catalog.column.owner'),
      isHidden: isPhone,
      defaultWidth: '2fr',
      cell: ({ entity }) => <RelationLinks entity={entity} type="ownedBy" />,
    },
    {
      id: 'kind',
      label: t('docsIndex.kind'),
      isHidden: isPhone,
      width: 160,
      cell: ({ entity }) => <CellText title={entity.kind} />,
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

function DocumentCell({ entity }: { entity: Entity }) {
  const { primaryTitle } = useEntityPresentation(entity);
  const reader = useRouteRef(techdocsPlugin.routes.docRoot);
  return (
    <CellText
      title={primaryTitle}
      description={entity.metadata.description}
      href={reader?.(entityRouteParams(entity))}
    />
  );
}
