import type { ProfileName } from '../domain/types';
import { BANK } from './bank';
import type { ProfileBlueprint } from './blueprint';
import { ECOMMERCE } from './ecommerce';
import limits from './limits.json';
import { STARTUP } from './startup';

export const PROFILES: Record<ProfileName, ProfileBlueprint> = {
  ecommerce: ECOMMERCE,
  bank: BANK,
  startup: STARTUP,
};

/**
 * How far the scale may go; stated in `--help` and in error messages. In JSON, because the launcher
 * reads it too, before it deletes anything for the sake of an organisation that cannot be made.
 */
export const LIMITS = {
  seed: limits.seed,
  services: limits.services,
  months: limits.months,
  /** Repositories with their full history; the others get about `SHALLOW_COMMITS`. */
  deepRepositories: 200,
} as const;

export const SHALLOW_COMMITS = 20;
