import type { ProfileName } from '../domain/types';
import { BANK } from './bank';
import type { ProfileBlueprint } from './blueprint';
import { ECOMMERCE } from './ecommerce';
import { STARTUP } from './startup';

export const PROFILES: Record<ProfileName, ProfileBlueprint> = {
  ecommerce: ECOMMERCE,
  bank: BANK,
  startup: STARTUP,
};

/** How far the scale may go; stated in `--help` and in error messages. */
export const LIMITS = {
  services: { min: 5, max: 5000 },
  months: { min: 1, max: 24 },
  /** Repositories with their full history; the others get about `SHALLOW_COMMITS`. */
  deepRepositories: 200,
} as const;

export const SHALLOW_COMMITS = 20;
