/** The envelope every generated entity shares, keys in the order people write them. */
export interface EntityFields {
  apiVersion: 'backstage.io/v1alpha1';
  kind: string;
  metadata: {
    name: string;
    title?: string;
    description?: string;
    labels?: Record<string, string>;
    annotations: Record<string, string>;
    tags?: string[];
    links?: { url: string; title: string; icon: string }[];
  };
  spec: Record<string, unknown>;
}

export const EXAMPLE_ANNOTATION = { 'waymark.dev/example': 'true' };

export function entity(
  kind: string,
  metadata: Partial<EntityFields['metadata']> & { name: string },
  spec: Record<string, unknown>,
): EntityFields {
  const { name, title, description, labels, annotations, ...rest } = metadata;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
      ...(labels ? { labels } : {}),
      annotations: { ...annotations, ...EXAMPLE_ANNOTATION },
      ...rest,
    },
    spec,
  };
}

/** `component:default/basket-service`; kind in lower case, as references are. */
export const refOf = ({ kind, metadata }: EntityFields) =>
  `${kind.toLowerCase()}:default/${metadata.name}`;
