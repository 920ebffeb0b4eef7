import { camel, pascal, plural, snake, spaced } from '../../domain/words';

/** Words that name a business thing and mean something else to a compiler. */
const RESERVED = new Set(['case', 'package', 'return', 'switch', 'default']);

const identifier = (name: string) =>
  RESERVED.has(name) ? `the${pascal(name)}` : name;

/** The spellings of a noun that code needs. */
export interface Naming {
  type: string;
  one: string;
  many: string;
  snakeOne: string;
  snakeMany: string;
  words: string;
  manyWords: string;
}

export const namingOf = (noun: string): Naming => ({
  type: pascal(noun),
  one: identifier(camel(noun)),
  many: camel(plural(noun)),
  snakeOne: snake(noun),
  snakeMany: snake(plural(noun)),
  words: spaced(noun),
  manyWords: plural(spaced(noun)),
});

/** A function a module may gain: how a commit announces it and how it reads. */
export interface FunctionTemplate {
  key: string;
  subject(n: Naming): string;
  typescript(n: Naming): string;
  python(n: Naming): string;
  /** What its TypeScript test asserts. */
  check(n: Naming): string;
}

const CHECKS: Record<string, FunctionTemplate['check']> = {
  get: n =>
    `expect(await subject.get${n.type}(memoryStore([sample]), sample.id)).toEqual(sample);`,
  list: n =>
    `const { items } = await subject.list${plural(
      n.type,
    )}(memoryStore([sample]), {});
    expect(items).toEqual([sample]);`,
  create: n =>
    `const store = memoryStore<subject.${n.type}>([]);
    const first = await subject.create${n.type}(store, sample, 'key-1');
    expect(await subject.create${n.type}(store, sample, 'key-1')).toEqual(first);`,
  validate: n => `expect(subject.validate${n.type}(sample)).toEqual([]);`,
  transition: n =>
    `const last = subject.STATUSES[subject.STATUSES.length - 1];
    expect(subject.transition${n.type}(sample, last).version).toBe(sample.version + 1);`,
  count: n =>
    `expect(subject.count${plural(
      n.type,
    )}ByStatus([sample, sample]).get(sample.status)).toBe(2);`,
  stale: n =>
    `expect(subject.is${n.type}Stale(sample, new Date(sample.createdAt))).toBe(false);`,
  batch: n =>
    `const batches = [];
    for await (const batch of subject.batch${plural(
      n.type,
    )}(memoryStore([sample]).all())) batches.push(batch);
    expect(batches).toEqual([[sample]]);`,
  event: n =>
    `expect(subject.to${n.type}Event(sample, new Date(0)).occurredAt).toBe('1970-01-01T00:00:00.000Z');`,
  merge: n =>
    `expect(subject.merge${plural(
      n.type,
    )}(sample, { id: 'other' }).id).toBe(sample.id);`,
  redact: n =>
    `expect(Object.keys(subject.redact${n.type}(sample))).toEqual(['id', 'status', 'version']);`,
  changes: n =>
    `expect(subject.changesOf${n.type}(sample, { ...sample, version: 9 })).toEqual(['version']);`,
};

const template = (
  key: string,
  subject: FunctionTemplate['subject'],
  typescript: FunctionTemplate['typescript'],
  python: FunctionTemplate['python'],
): FunctionTemplate => ({
  key,
  subject,
  typescript,
  python,
  check: CHECKS[key],
});

export const FUNCTIONS: FunctionTemplate[] = [
  template(
    'get',
    n => `read one ${n.words} by id`,
    n => `/** Finds one ${n.words}; undefined when there is none. */
export async function get${n.type}(store: Store<${n.type}>, id: string) {
  return store.get(id);
}`,
    n => `def get_${n.snakeOne}(store: Store, id: str) -> ${n.type} | None:
    """Finds one ${n.words}; None when there is none."""
    return store.get(id)`,
  ),
  template(
    'list',
    n => `list ${n.manyWords} page by page`,
    n => `/** A page of ${n.manyWords}, newest first. */
export async function list${plural(n.type)}(store: Store<${
      n.type
    }>, page: PageRequest) {
  const limit = Math.min(page.limit ?? 50, config.maxPageSize);
  return store.list({ ...page, limit });
}`,
    n => `def list_${n.snakeMany}(store: Store, cursor: str | None = None, limit: int = 50) -> list[${n.type}]:
    """A page of ${n.manyWords}, newest first."""
    return store.list(cursor=cursor, limit=min(limit, config.MAX_PAGE_SIZE))`,
  ),
  template(
    'create',
    n => `create ${n.manyWords} idempotently`,
    n => `/** Stores a new ${n.words}; the same key twice gives the same ${n.words}. */
export async function create${n.type}(
  store: Store<${n.type}>,
  draft: Omit<${n.type}, 'id' | 'version'>,
  idempotencyKey: string,
) {
  return store.insert({ ...draft, id: randomUUID(), version: 1 }, idempotencyKey);
}`,
    n => `def create_${n.snakeOne}(store: Store, draft: dict, key: str) -> ${n.type}:
    """Stores a new ${n.words}; the same key twice gives the same ${n.words}."""
    return store.insert(${n.type}(id=str(uuid4()), **draft), key)`,
  ),
  template(
    'validate',
    n => `validate ${n.manyWords} before they are stored`,
    n => `/** What is wrong with a ${n.words}, in words a person understands. */
export function validate${n.type}(${n.one}: ${n.type}): string[] {
  return Object.entries(${n.one})
    .filter(([, value]) => value === undefined || value === null)
    .map(([field]) => \`\${field} is missing\`);
}`,
    n => `def validate_${n.snakeOne}(${n.snakeOne}: ${n.type}) -> list[str]:
    """What is wrong with a ${n.words}, in words a person understands."""
    return [f"{name} is missing" for name, value in vars(${n.snakeOne}).items() if value is None]`,
  ),
  template(
    'transition',
    n => `let ${n.manyWords} change status`,
    n => `/** Moves a ${n.words} to another status, refusing steps backwards. */
export function transition${n.type}(${n.one}: ${n.type}, to: ${n.type}['status']): ${n.type} {
  const from = STATUSES.indexOf(${n.one}.status);
  if (STATUSES.indexOf(to) < from) {
    throw new Conflict(\`\${${n.one}.id} is already \${${n.one}.status}\`);
  }
  return { ...${n.one}, status: to, version: ${n.one}.version + 1 };
}`,
    n => `def transition_${n.snakeOne}(${n.snakeOne}: ${n.type}, to: str) -> ${n.type}:
    """Moves a ${n.words} to another status, refusing steps backwards."""
    if STATUSES.index(to) < STATUSES.index(${n.snakeOne}.status):
        raise ValueError(f"{${n.snakeOne}.id} is already {${n.snakeOne}.status}")
    return replace(${n.snakeOne}, status=to, version=${n.snakeOne}.version + 1)`,
  ),
  template(
    'count',
    n => `count ${n.manyWords} by status for the dashboard`,
    n => `/** How many ${n.manyWords} there are of each status. */
export function count${plural(n.type)}ByStatus(${n.many}: ${n.type}[]) {
  const counts = new Map<string, number>();
  for (const { status } of ${n.many}) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}`,
    n => `def count_${n.snakeMany}_by_status(${n.snakeMany}: Iterable[${n.type}]) -> Counter:
    """How many ${n.manyWords} there are of each status."""
    return Counter(item.status for item in ${n.snakeMany})`,
  ),
  template(
    'stale',
    n => `recognise ${n.manyWords} nobody has touched for long`,
    n => `/** Whether nobody has touched the ${n.words} for longer than allowed. */
export function is${n.type}Stale(${n.one}: { createdAt: string }, now: Date) {
  const age = now.getTime() - Date.parse(${n.one}.createdAt);
  return age > config.staleAfterHours * 3_600_000;
}`,
    n => `def is_${n.snakeOne}_stale(${n.snakeOne}: ${n.type}, now: datetime) -> bool:
    """Whether nobody has touched the ${n.words} for longer than allowed."""
    return now - ${n.snakeOne}.created_at > timedelta(hours=config.STALE_AFTER_HOURS)`,
  ),
  template(
    'batch',
    n => `process ${n.manyWords} in batches`,
    n => `/** Hands ${
      n.manyWords
    } on in batches, so that one slow one does not stop the rest. */
export async function* batch${plural(n.type)}(source: AsyncIterable<${
      n.type
    }>) {
  let batch: ${n.type}[] = [];
  for await (const ${n.one} of source) {
    batch.push(${n.one});
    if (batch.length >= config.batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}`,
    n => `def batch_${n.snakeMany}(source: Iterable[${n.type}]) -> Iterator[list[${n.type}]]:
    """Hands ${n.manyWords} on in batches, so that one slow one does not stop the rest."""
    iterator = iter(source)
    while batch := list(islice(iterator, config.BATCH_SIZE)):
        yield batch`,
  ),
  template(
    'event',
    n => `describe changes of ${n.manyWords} as events`,
    n => `/** The event that tells others a ${n.words} changed. */
export function to${n.type}Event(${n.one}: ${n.type}, occurredAt: Date) {
  return {
    id: randomUUID(),
    type: \`${n.words.replace(/ /g, '-')}.\${${n.one}.status}\`,
    occurredAt: occurredAt.toISOString(),
    data: ${n.one},
  };
}`,
    n => `def to_${n.snakeOne}_event(${n.snakeOne}: ${n.type}, occurred_at: datetime) -> dict:
    """The event that tells others a ${n.words} changed."""
    return {"id": str(uuid4()), "occurredAt": occurred_at.isoformat(), "data": vars(${n.snakeOne})}`,
  ),
  template(
    'merge',
    n => `merge duplicate ${n.manyWords}`,
    n => `/** Merges two records of the same ${
      n.words
    }; the newer one wins field by field. */
export function merge${plural(n.type)}(older: ${n.type}, newer: Partial<${
      n.type
    }>): ${n.type} {
  return { ...older, ...newer, id: older.id, version: older.version + 1 };
}`,
    n => `def merge_${n.snakeMany}(older: ${n.type}, newer: dict) -> ${n.type}:
    """Merges two records of the same ${n.words}; the newer one wins field by field."""
    return replace(older, **{**newer, "id": older.id, "version": older.version + 1})`,
  ),
  template(
    'redact',
    n => `leave personal data of ${n.manyWords} out of the logs`,
    n => `/** A ${n.words} as it may appear in logs. */
export const redact${n.type} = ({ id, status, version }: ${n.type}) => ({
  id,
  status,
  version,
});`,
    n => `def redact_${n.snakeOne}(${n.snakeOne}: ${n.type}) -> dict:
    """A ${n.words} as it may appear in logs."""
    return {"id": ${n.snakeOne}.id, "status": ${n.snakeOne}.status, "version": ${n.snakeOne}.version}`,
  ),
  template(
    'changes',
    n => `tell which fields of a ${n.words} changed`,
    n => `/** Names of the fields that differ between two versions of a ${n.words}. */
export function changesOf${n.type}(before: ${n.type}, after: ${n.type}) {
  return (Object.keys(after) as (keyof ${n.type})[]).filter(
    field => before[field] !== after[field],
  );
}`,
    n => `def changes_of_${n.snakeOne}(before: ${n.type}, after: ${n.type}) -> list[str]:
    """Names of the fields that differ between two versions of a ${n.words}."""
    return [name for name, value in vars(after).items() if vars(before)[name] != value]`,
  ),
];
