import type { Tier } from '@waymark/plugin-dora-common';
import type { Directory } from '../names/Directory';

export interface Suggestion {
  value: string;
  reason: string;
}

const HINTS: readonly (readonly [string, Tier])[] = [
  ['preprod', 'staging'],
  ['prod', 'production'],
  ['live', 'production'],
  ['stag', 'staging'],
  ['uat', 'testing'],
  ['test', 'testing'],
  ['qa', 'testing'],
  ['dev', 'development'],
];

/** A likely tier of an environment, for a person to say yes or no to. */
export function suggestTier(name: string): Suggestion | null {
  const hint = HINTS.find(([part]) => name.toLowerCase().includes(part));
  return hint
    ? { value: hint[1], reason: `Its name contains '${hint[0]}'` }
    : null;
}

/** A likely service, for a person to say yes or no to. */
export function suggestService(
  name: string,
  directory: Directory,
): Suggestion | null {
  const last = name.toLowerCase().split(/[/:]/).at(-1) ?? '';
  const candidates = directory
    .components()
    .map(({ ref }) => ref)
    .filter(ref => ref.split('/').at(-1) === last);
  return candidates.length === 1
    ? {
        value: candidates[0],
        reason: `It is the only component named '${last}'`,
      }
    : null;
}
