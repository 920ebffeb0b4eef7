import { parseDocuments } from './parseDocuments';

const MIB = 1024 * 1024;
const limits = { documents: 1_000, characters: MIB };

/** Keys `k0`, `k1`, … one a line, until the text is about a MiB long. */
function distinctKeys(): string[] {
  const keys: string[] = [];
  for (let length = 0; length < MIB - 32; length += keys.at(-1)!.length + 1) {
    keys.push(`k${keys.length}:`);
  }
  return keys;
}

/** Seconds of processor time: a busy machine makes nothing slower. */
function timed<T>(task: () => T): { result: T; seconds: number } {
  const start = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(start);
  return { result, seconds: (user + system) / 1_000_000 };
}

describe('parseDocuments', () => {
  it.each([
    ['at the top', 'a: 1\nb: 2\na: 3\n', 3, 1],
    ['in a nested object', 'x:\n  - a: 1\n    a: 2\n', 3, 5],
    ['in a flow object', 'x: {a: 1, b: 2,\n  a: 3}\n', 2, 3],
    ['with quotes', 'a: 1\n"a": 2\n', 2, 1],
    ['with numbers', '1: a\n1: b\n', 2, 1],
    ['of keys that are empty', 'x:\n  ? \n  : 1\n  ? \n  : 2\n', 4, 5],
  ])('reports a key twice %s', (_, text, line, column) => {
    const parsed = parseDocuments(text, limits);
    expect(parsed.status === 'ok' && parsed.documents).toEqual([
      expect.objectContaining({
        status: 'failed',
        code: 'yaml-syntax',
        reason: expect.stringContaining('twice'),
        line,
        column,
      }),
    ]);
  });

  it('reports the first of several', () => {
    const parsed = parseDocuments('x:\n  a: 1\n  a: 2\nx: 1\n', limits);
    expect(parsed.status === 'ok' && parsed.documents[0]).toMatchObject({
      reason: "The key 'a' is there twice in the same object",
      line: 3,
    });
  });

  it('lets different objects have the same key', () => {
    const parsed = parseDocuments('x: {a: 1}\ny: [{a: 1}, {a: 2}]\n', limits);
    expect(parsed.status === 'ok' && parsed.documents[0].status).toBe('ok');
  });

  describe('with hostile input', () => {
    it.each([
      ['a block', (keys: string[]) => keys.join('\n')],
      ['a flow', (keys: string[]) => `{${keys.join(' 1,')} 1}`],
    ])('reads a MiB of distinct keys as %s in bounded time', (_, write) => {
      const text = write(distinctKeys());
      const { result, seconds } = timed(() => parseDocuments(text, limits));
      expect(result.status).toBe('ok');
      expect(seconds).toBeLessThan(20);
    });

    it.each([
      ['pairs of an anchor and an alias', '- &a x\n- *a\n', 'alias-bomb'],
      ['anchors', '- &a x\n', 'schema'],
    ])('refuses a MiB of %s in bounded time', (_, line, code) => {
      const text = line.repeat(MIB / line.length);
      const { result, seconds } = timed(() => parseDocuments(text, limits));
      expect(result.status === 'ok' && result.documents[0]).toMatchObject({
        status: 'failed',
        code,
      });
      expect(seconds).toBeLessThan(20);
    });

    it('reads a MiB with as many aliases as allowed in bounded time', () => {
      const aliases = [...Array(100).keys()].map(n => `a${n}: *a`);
      const text = ['x: &a 1', ...aliases, ...distinctKeys()].join('\n');
      const { seconds } = timed(() => parseDocuments(text, limits));
      expect(seconds).toBeLessThan(20);
    });
  });
});
