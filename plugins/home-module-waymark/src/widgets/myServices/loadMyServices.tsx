import {
  loadColumns,
  PluginColumnsProvider,
  type CatalogColumn,
} from '@waymark/catalog-columns-react';
import type { ComponentProps } from 'react';
import type { MyServices } from './MyServices';

/** The widget, with the columns that plugins bring. */
export async function loadMyServices(columns: CatalogColumn[]) {
  const [module, loaded] = await Promise.all([
    import('./MyServices'),
    loadColumns(columns),
  ]);
  return {
    Content: (props: ComponentProps<typeof MyServices>) => (
      <PluginColumnsProvider value={loaded}>
        <module.MyServices {...props} />
      </PluginColumnsProvider>
    ),
  };
}
