/**
 * What people write when they change something. `{one}` and `{many}` are the
 * noun, `{n}` a number, `{call}` a component it depends on.
 */
export interface GuardLine {
  text: string;
  /** Expression over `item`, in both languages. */
  typescript: string;
  python: string;
}

const guard = (
  text: string,
  typescript: string,
  python: string,
): GuardLine => ({ text, typescript, python });

export const GUARDS: GuardLine[] = [
  guard(
    'reject {many} without an identifier',
    'item.id.length > 0',
    'len(item.id) > 0',
  ),
  guard(
    'reject {many} that claim to be from the future',
    'Date.parse(item.createdAt) <= Date.now()',
    'item.created_at <= datetime.now(UTC)',
  ),
  guard(
    'survive a {one} with an unknown status',
    'STATUSES.includes(item.status)',
    'item.status in STATUSES',
  ),
  guard(
    'read {many} written before versions existed',
    '(item.version ?? 1) >= 1',
    '(item.version or 1) >= 1',
  ),
  guard(
    'answer 404 instead of 500 for a malformed {one} id',
    '/^[0-9a-f-]{36}$/.test(item.id)',
    're.fullmatch(r"[0-9a-f-]{36}", item.id) is not None',
  ),
  guard(
    'refuse spaces around the id of a {one}',
    'item.id === item.id.trim()',
    'item.id == item.id.strip()',
  ),
  guard(
    'stop endless updates of the same {one}',
    'item.version < 10_000',
    'item.version < 10_000',
  ),
  guard(
    'ignore {many} older than the last migration',
    "item.createdAt >= '2019-01-01'",
    'item.created_at.year >= 2019',
  ),
  guard(
    'compare the time of {many} as instants, not as text',
    '!Number.isNaN(Date.parse(item.createdAt))',
    'item.created_at.tzinfo is not None',
  ),
  guard(
    'do not accept half a version of a {one}',
    'Number.isInteger(item.version)',
    'isinstance(item.version, int)',
  ),
  guard(
    'keep the seconds when {many} are created in a burst',
    'item.createdAt.length >= 20',
    'item.created_at is not None',
  ),
  guard(
    'treat upper and lower case ids of {many} alike',
    'item.id === item.id.toLowerCase()',
    'item.id == item.id.lower()',
  ),
  guard(
    'refuse {many} with a reserved id',
    "!item.id.startsWith('00000000')",
    'not item.id.startswith("00000000")',
  ),
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
    values: [2, 3, 4, 5],
    say: 'fix: retry {call} up to {n} times with back-off',
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
