export {
  CatalogColumnBlueprint,
  catalogColumnDataRef,
  type CatalogColumn,
  type CatalogColumnParts,
} from './CatalogColumnBlueprint';
