/**
 * How a run ends, for schedulers and for people: numbers from sysexits(3) and timeout(1), and
 * 128 + SIGTERM. The CronJob does not try again after those that a second try cannot mend.
 */
export const EXIT_CODES = {
  done: 0,
  failed: 1,
  usage: 64,
  unavailable: 69,
  overlap: 75,
  configuration: 78,
  deadline: 124,
  stopped: 143,
} as const;

export type Ending = keyof typeof EXIT_CODES;

/** Ends a run in a way that has an exit code of its own; every other error ends it as `failed`. */
export class RunError extends Error {
  readonly ending: Exclude<Ending, 'done'>;

  constructor(ending: RunError['ending'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'RunError';
    this.ending = ending;
  }
}

export function endingOf(error: unknown): RunError['ending'] {
  return error instanceof RunError ? error.ending : 'failed';
}
