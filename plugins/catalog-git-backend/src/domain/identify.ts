import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';

/** Who a document says it is, as far as it says it. */
export interface Identity {
  kind: string;
  /** Lower case. */
  namespace: string;
  entityRef: string;
}

/** The identity of a document; undefined when kind or name are missing. */
export function identify(value: Record<string, unknown>): Identity | undefined {
  const metadata = value.metadata as Record<string, unknown> | undefined;
  const kind = value.kind;
  const name = metadata?.name;
  const given = metadata?.namespace ?? DEFAULT_NAMESPACE;
  if (
    typeof kind !== 'string' ||
    typeof name !== 'string' ||
    typeof given !== 'string' ||
    !kind ||
    !name ||
    !given
  ) {
    return undefined;
  }
  const namespace = given.toLocaleLowerCase('en-US');
  const entityRef = `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
  return { kind, namespace, entityRef };
}
