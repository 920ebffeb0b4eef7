import { createHash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * An id that follows from what it names, so that the same thing has the same id
 * on every replica and after every rebuild.
 */
export function idOf(...parts: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Only these can be asked of the database as an id. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

export function eventIdOf(event: {
  source: string;
  deliveryId: string;
  occurredAt: Date;
}): string {
  return idOf(event.source, event.deliveryId, event.occurredAt.toISOString());
}

export type FactKind = 'deployment' | 'change' | 'incident';

export function factIdOf(kind: FactKind, source: string, key: string): string {
  return idOf(kind, source, key);
}
