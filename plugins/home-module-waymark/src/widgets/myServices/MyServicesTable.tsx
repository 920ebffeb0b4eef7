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
  const isPhone = useBreakpoint().down('sm');
  const ofPlugins = usePluginColumns('component');
  const isCrowded = isPhone && ofPlugins.length > 0;

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
      isHidden: isPhone,
      defaultWidth: '2fr',
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
      isHidden: isPhone || ofPlugins.length > 0,
      defaultWidth: '1fr',
      cell: service => <CellText title={service.lifecycle ?? ''} />,
    },
    ...ofPlugins.map(column => ({
      ...toColumnConfig<MyService>(column),
      ...(isPhone && { width: undefined, defaultWidth: '4fr' as const }),
    })),
    {
      id: 'docs',
      label: t('services.docs'),
      isHidden: isCrowded,
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
