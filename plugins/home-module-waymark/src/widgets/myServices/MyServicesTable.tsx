import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  Cell,
  CellText,
  Link,
  Table,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import {
  ColumnRows,
  toColumnConfig,
  usePluginColumns,
} from '@waymark/catalog-columns-react';
import { useLinks } from '../../links/useLinks';
import { homeTranslationRef } from '../../translation';
import type { MyService } from './useMyServices';

interface MyServicesTableProps {
  services: MyService[];
}

export function MyServicesTable({ services }: MyServicesTableProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const { down } = useBreakpoint();
  const isNarrow = down('sm');
  const known = usePluginColumns('component');
  const ofPlugins = isNarrow ? [] : known;

  const columns: ColumnConfig<MyService>[] = [
    {
      id: 'name',
      label: t('services.name'),
      isRowHeader: true,
      defaultWidth: '4fr',
      cell: service => (
        <CellText
          title={service.title}
          description={service.description}
          href={links.entity(service.entity)}
        />
      ),
    },
    {
      id: 'system',
      label: t('services.system'),
      isHidden: isNarrow,
      defaultWidth: '1fr',
      cell: ({ system }) => (
        <Cell>
          {system && (
            <Link href={links.ref(system)}>
              <EntityDisplayName entityRef={system} hideIcon disableTooltip />
            </Link>
          )}
        </Cell>
      ),
    },
    {
      id: 'lifecycle',
      label: t('services.lifecycle'),
      isHidden: isNarrow,
      defaultWidth: '1fr',
      cell: service => <CellText title={service.lifecycle ?? ''} />,
    },
    ...ofPlugins.map(toColumnConfig<MyService>),
    {
      id: 'docs',
      label: t('services.docs'),
      width: 80,
      cell: service => {
        const href = service.hasDocs ? links.docs(service.entity) : undefined;
        return (
          <Cell>
            {href && (
              <Link
                href={href}
                aria-label={t('services.docsOf', { name: service.title })}
              >
                {t('services.docs')}
              </Link>
            )}
          </Cell>
        );
      },
    },
  ];

  return (
    <ColumnRows
      columns={ofPlugins}
      entities={services.map(({ entity }) => entity)}
    >
      <Table
        aria-label={t('services.label')}
        columnConfig={columns}
        data={services}
        pagination={{ type: 'none' }}
      />
    </ColumnRows>
  );
}
