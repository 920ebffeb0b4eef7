import {
  UnusableEventError,
  type Observation,
} from '@waymark/plugin-dora-node';

const EARLIEST = Date.parse('1970-01-01T00:00:00Z');
const LATEST = Date.parse('2200-01-01T00:00:00Z');
const MAX_INTEGER = 2_147_483_647;
/** Names are indexed, which bounds them. */
const MAX_NAME = 500;
const MAX_TEXT = 4_000;
const MAX_ITEMS = 5_000;

const NAMES = new Set([
  'key',
  'service',
  'environment',
  'repository',
  'commitSha',
  'mergeCommitSha',
  'version',
  'releaseId',
]);

/**
 * Refuses what the tables could not hold, while it is still known which event
 * says so.
 *
 * @throws UnusableEventError naming the field and what is allowed
 */
export function assertStorable(observation: Observation): void {
  for (const [field, value] of Object.entries(observation)) {
    const problem = problemOf(field, value);
    if (problem) {
      throw new UnusableEventError(
        value instanceof Date ? 'missing-time' : 'malformed',
        `${field} of ${observation.kind} '${String(observation.key).slice(
          0,
          100,
        )}': ${problem}`,
      );
    }
  }
}

function problemOf(field: string, value: unknown): string | undefined {
  if (value instanceof Date) {
    const time = value.getTime();
    return time >= EARLIEST && time < LATEST
      ? undefined
      : 'must be a time between 1970 and 2200';
  }
  if (typeof value === 'string') {
    const max = NAMES.has(field) ? MAX_NAME : MAX_TEXT;
    return value.length > max ? `has more than ${max} characters` : undefined;
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) && Math.abs(value) <= MAX_INTEGER
      ? undefined
      : 'must be a whole number';
  }
  if (Array.isArray(value)) {
    return value.length <= MAX_ITEMS &&
      value.every(item => typeof item === 'string' && item.length <= MAX_TEXT)
      ? undefined
      : `must be at most ${MAX_ITEMS} texts of ${MAX_TEXT} characters`;
  }
  return undefined;
}
