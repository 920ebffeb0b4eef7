import { z } from 'zod';

const ENTITY_REF = /^[a-z]+:[\w.-]+\/[\w.-]+$/i;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export const entityRefSchema = z
  .string()
  .max(300)
  .regex(ENTITY_REF, 'must be an entity ref such as component:default/orders');

/** A calendar day in the time zone of the instance. */
export const localDateSchema = z
  .string()
  .regex(LOCAL_DATE, 'must be a date such as 2026-01-31')
  .refine(isDay, 'is not a day of the calendar');

/** Engines differ in what they make of the 30th of February. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** ISO 8601 with a zone. */
export const instantSchema = z.iso.datetime({ offset: true });

/** What a figure or a list is about, and when: half open, `to` is excluded. */
export const windowQuery = {
  /** Component, System, Domain, Group or User; without it the organisation. */
  scope: entityRefSchema.optional(),
  from: localDateSchema,
  to: localDateSchema,
  /** `then`: who owned a service when it happened; `now`: who owns it today. */
  ownership: z.enum(['then', 'now']).default('then'),
};

export const pageQuery = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
};

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    /** Pass it as `cursor` for the next page; null on the last. */
    nextCursor: z.string().nullable(),
  });
}

export const intervalSchema = z.enum(['day', 'week', 'month']);
export const tierSchema = z.enum([
  'production',
  'staging',
  'testing',
  'development',
  'unknown',
]);
export const linkMethodSchema = z.enum([
  'override',
  'explicit',
  'commit-range',
  'merge-window',
  'last-before',
]);
export const linkSchema = z.object({
  method: linkMethodSchema,
  confidence: z.number().min(0).max(1),
  /** A person's decision: who, and when. */
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
});
