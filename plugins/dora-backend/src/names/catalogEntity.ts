/** What the plugin keeps of an entity of the catalog. */
export interface CatalogEntity {
  /** In lower case. */
  ref: string;
  /** System of a component, domain of a system or domain, parent of a group. */
  parent: string | null;
  owner: string | null;
  annotations: Record<string, string>;
  /** false: gone from the catalog; what it delivered is kept. */
  present: boolean;
}

export const isComponent = ({ ref }: Pick<CatalogEntity, 'ref'>): boolean =>
  ref.startsWith('component:');
