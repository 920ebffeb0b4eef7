import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { LoadProfile } from './loadProfile';

const whole = (name: string, min: number, max: number) =>
  z.coerce
    .number({ error: `--${name} must be a whole number` })
    .int({ error: `--${name} must be a whole number` })
    .min(min, { error: `--${name} must be at least ${min}` })
    .max(max, { error: `--${name} must be at most ${max}` });

const schema = z.object({
  seed: whole('seed', 0, 2 ** 31 - 1),
  services: whole('services', 1, 100_000),
  months: whole('months', 1, 24),
  deployments: whole('deployments', 0, 100_000_000),
  changes: whole('changes', 0, 100_000_000),
  incidents: whole('incidents', 0, 100_000_000),
  until: z.iso
    .datetime({
      offset: true,
      error:
        '--until must be an ISO instant with a zone, such as 2026-06-30T16:00:00Z',
    })
    .optional(),
  rate: whole('rate', 1, 1_000_000).optional(),
  seconds: whole('seconds', 1, 86_400),
});

/** Arguments of `load` as typed, checked. Without `--until` it ends with the last full hour. */
export function readLoadArguments(
  input: Record<string, unknown>,
  now: Date,
): { profile: LoadProfile; rate?: number; seconds: number } {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues.map(({ message }) => message).join('; '),
    );
  }
  const { rate, seconds, until, ...rest } = parsed.data;
  const hour = Math.floor(now.getTime() / 3_600_000) * 3_600_000;
  return {
    profile: { ...rest, until: until ? Date.parse(until) : hour },
    rate,
    seconds,
  };
}
