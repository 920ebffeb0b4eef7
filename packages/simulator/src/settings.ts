import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { LIMITS, PROFILES } from './data/profiles';
import { isoInstant } from './domain/time';
import type { Settings } from './domain/types';

const wholeNumber = (
  name: string,
  { min, max }: { min: number; max: number },
) =>
  z.coerce
    .number({ error: `--${name} must be a whole number` })
    .int({ error: `--${name} must be a whole number` })
    .min(min, { error: `--${name} must be at least ${min}` })
    .max(max, { error: `--${name} must be at most ${max}` });

const argumentsSchema = z.object({
  profile: z
    .enum(['ecommerce', 'bank', 'startup'], {
      error: '--profile must be one of ecommerce, bank, startup',
    })
    .default('ecommerce'),
  seed: wholeNumber('seed', LIMITS.seed).default(1),
  until: z.iso
    .datetime({
      offset: true,
      error:
        '--until must be an ISO instant with a zone, such as 2026-06-30T16:00:00Z',
    })
    .optional(),
  services: wholeNumber('services', LIMITS.services).optional(),
  months: wholeNumber('months', LIMITS.months).default(12),
});

/** Arguments as typed, checked; `until` stays open when it was not given. */
export type Request = Omit<Settings, 'until'> & { until?: string };

export const settingsSchema = z.object({
  profile: z.enum(['ecommerce', 'bank', 'startup']),
  seed: z.number().int(),
  until: z.iso.datetime(),
  services: z.number().int(),
  months: z.number().int(),
}) satisfies z.ZodType<Settings>;

/**
 * Settings of what `generate` wrote to a folder.
 *
 * @throws InputError where it wrote nothing
 */
export async function readSettings(folder: string): Promise<Settings> {
  try {
    const text = await readFile(join(folder, 'settings.json'), 'utf8');
    return settingsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new InputError(
      `${folder} holds no organisation; make one with generate --out ${folder}`,
      error,
    );
  }
}

export function readArguments(input: Record<string, unknown>): Request {
  const parsed = argumentsSchema.safeParse(input);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues.map(({ message }) => message).join('; '),
    );
  }
  const { profile, seed, months, services, until } = parsed.data;
  return {
    profile,
    seed,
    services: services ?? PROFILES[profile].services,
    months,
    ...(until ? { until: isoInstant(Date.parse(until)) } : {}),
  };
}

/** An open end becomes the last full hour. */
export function settle(request: Request, now: Date): Settings {
  const hour = Math.floor(now.getTime() / 3_600_000) * 3_600_000;
  return { ...request, until: request.until ?? isoInstant(hour) };
}

/** The arguments that ask for something else than what is there, as text. */
export function differences(request: Request, existing: Settings): string[] {
  const keys: (keyof Settings)[] = [
    'profile',
    'seed',
    'until',
    'services',
    'months',
  ];
  return keys
    .filter(key => request[key] !== undefined && request[key] !== existing[key])
    .map(
      key =>
        `--${key} is ${existing[key]} there, ${request[key]} was asked for`,
    );
}
