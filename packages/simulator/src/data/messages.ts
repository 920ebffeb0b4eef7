/**
 * What people write when they change something. `{one}` and `{many}` are the
 * noun, `{n}` a number, `{call}` a component it depends on.
 */
export const GUARDS: string[] = [
  'reject {many} without an identifier',
  'treat an empty list of {many} as an answer, not as an error',
  'keep the order of {many} when two have the same time stamp',
  'do not retry when the {one} is already closed',
  'read {many} written before the last migration',
  'survive a {one} with an unknown status',
  'compare amounts of {many} as decimals',
  'respect the time zone of the {one} at month end',
  'count a cancelled {one} once',
  'close the cursor when a page of {many} is abandoned',
  'answer 404 instead of 500 for a malformed {one} id',
  'release the lock when saving a {one} fails',
  'trim spaces around the reference of a {one}',
  'ignore repeated events about the same {one}',
  'do not lose {many} created during a restart',
  'limit how many {many} one caller may hold open',
  'accept {many} with more than 99 entries',
  'write the old and the new value when a {one} changes',
];

/** Knob, values it may take, how the commit says it. */
export const TUNINGS = [
  {
    knob: 'maxPageSize',
    values: [100, 150, 200, 250],
    say: 'perf(api): allow pages of {n}',
  },
  {
    knob: 'batchSize',
    values: [50, 100, 200, 250, 400, 500],
    say: 'perf: work in batches of {n}',
  },
  {
    knob: 'staleAfterHours',
    values: [12, 24, 48, 72],
    say: 'fix: call something stale after {n} hours',
  },
  {
    knob: 'timeoutMs',
    values: [600, 800, 1000, 1200, 1500, 2000],
    say: 'fix: give {call} {n} ms before we call it down',
  },
  {
    knob: 'retries',
    values: [1, 2, 3, 4],
    say: 'fix: retry {call} {n} times with back-off',
  },
] as const;

export const SCALINGS = [
  { knob: 'replicas', values: [2, 3, 4, 6, 8], say: 'ops: run {n} replicas' },
  {
    knob: 'memoryMi',
    values: [256, 384, 512, 768, 1024],
    say: 'ops: request {n} MiB of memory',
  },
] as const;

export const REFACTORINGS: string[] = [
  'refactor: name the steps of {one} handling after what they do',
  'refactor: separate reading {many} from deciding about them',
  'refactor: drop the old code path for {many}',
  'refactor: order the functions for {many} by how often they are used',
  'refactor: pass the clock in instead of asking for the time',
  'refactor: group what belongs together in the {one} module',
];

export const TESTS: string[] = [
  'test: cover {many} around midnight',
  'test: make the {one} tests independent of their order',
  'test: pin the contract of {many} that others rely on',
  'test: replace sleeps in the {one} tests with a clock',
];

/** Lines for the runbook, written after something went wrong. */
export const LESSONS: string[] = [
  'A slow {call} shows up here as growing memory first, not as errors.',
  'Restarting all replicas at once empties the cache and takes ten minutes to recover. Go one by one.',
  'If {many} seem to vanish, look at the time zone of the report before you look at the code.',
  'After a database fail-over the pool needs one restart to notice.',
  'Retries of our callers triple the load in an incident. Ask them to stop before you scale.',
  'The dashboard counts retried {many} twice; the log does not.',
  'An expired certificate looks like a network problem. Check the date first.',
  'A backlog of {many} drains at about 1,200 a minute; tell people how long it will take.',
  'When {call} is in maintenance, raise the alert threshold instead of muting the alert.',
  'Rolling back across a migration is not possible; roll forward with a fix.',
  'Month end doubles the number of {many}. It is not an attack.',
  'One malformed {one} can block a partition. Park it, then investigate.',
];

export const RUNBOOK_SUBJECTS: string[] = [
  'docs(runbook): note what we learned last night',
  'docs(runbook): add a hint for whoever is on call',
  'docs(runbook): write down what the review found',
];

export const README_SUBJECTS: string[] = [
  'docs: note something that took us an afternoon',
  'docs: write down an answer we gave three times',
];
