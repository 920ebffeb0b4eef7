import type { Settings } from '../domain/types';

/** Small and fast, yet with every kind of repository in it. */
export const SMALL: Settings = {
  profile: 'startup',
  seed: 7,
  until: '2026-06-30T16:00:00Z',
  services: 30,
  months: 3,
};
