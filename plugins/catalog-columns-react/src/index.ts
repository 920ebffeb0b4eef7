export {
  CatalogColumnBlueprint,
  catalogColumnDataRef,
  type CatalogColumn,
  type CatalogColumnParts,
} from './CatalogColumnBlueprint';
export {
  ColumnRows,
  loadColumns,
  PluginColumnsProvider,
  toColumnConfig,
  usePluginColumns,
  type LoadedColumn,
} from './columns';
