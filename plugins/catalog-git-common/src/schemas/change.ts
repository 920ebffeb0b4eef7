import { z } from 'zod';

const envelope = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});

/**
 * The latest state of one entity of one repository. Order matters: a takeover
 * is a removal for the old repository followed by an upsert for the new one.
 */
export const changeSchema = z.object({
  /** Grows with every change of the provider. */
  sequence: z.number().int(),
  entityRef: z.string(),
  locationKey: z.string(),
  /** Null when the entity is gone. */
  entity: envelope.nullable(),
});

export const changePageSchema = z.object({
  changes: z.array(changeSchema),
  /** Acknowledge this after the changes were applied. */
  cursor: z.number().int(),
  /** More changes are waiting after these. */
  more: z.boolean(),
});

export type Change = z.output<typeof changeSchema>;
export type ChangePage = z.output<typeof changePageSchema>;
