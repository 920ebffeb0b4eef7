import fc from 'fast-check';
import { idsOf, keepOnly, type Arrangement } from './arrangement';
import type { Edit } from './editArrangement';
import { reduceEditor, startEditor, type EditorAction } from './editor';
import { stepOf } from './steps';

const place = (id: string, width: 'full' | 'half' = 'full') => ({ id, width });
const start: Arrangement = {
  main: [place('a'), place('hidden'), place('b'), place('c')],
  side: [place('d')],
};
const isVisible = (id: string) => id !== 'hidden';

const order = ({ main, side }: Arrangement) => [
  main.map(({ id }) => id).join(' '),
  side.map(({ id }) => id).join(' '),
];

function after(...actions: EditorAction[]): Arrangement {
  return actions.reduce(reduceEditor, startEditor(start)).current;
}

function step(id: string, direction: 'up' | 'down' | 'across') {
  const edit = stepOf(start, { id, step: direction, isVisible });
  return edit ? after(edit) : start;
}

describe('editing an arrangement', () => {
  it.each<[string, EditorAction[], string[]]>([
    [
      'adds at the end of a column',
      [{ type: 'add', id: 'e', column: 'side', width: 'full' }],
      ['a hidden b c', 'd e'],
    ],
    [
      'does not add what is there',
      [{ type: 'add', id: 'a', column: 'side', width: 'full' }],
      ['a hidden b c', 'd'],
    ],
    ['removes', [{ type: 'remove', id: 'b' }], ['a hidden c', 'd']],
    [
      'moves before another',
      [{ type: 'move', id: 'd', column: 'main', before: 'b' }],
      ['a hidden d b c', ''],
    ],
    [
      'moves to the end when the other is not there',
      [{ type: 'move', id: 'a', column: 'main', before: 'gone' }],
      ['hidden b c a', 'd'],
    ],
    [
      'leaves alone what is not there',
      [{ type: 'move', id: 'gone', column: 'main' }],
      ['a hidden b c', 'd'],
    ],
  ])('%s', (_, actions, expected) => {
    expect(order(after(...actions))).toEqual(expected);
  });

  it.each([
    ['b', 'up', ['b a hidden c', 'd']],
    ['a', 'down', ['hidden b a c', 'd']],
    ['c', 'up', ['a hidden c b', 'd']],
    ['a', 'up', ['a hidden b c', 'd']],
    ['c', 'down', ['a hidden b c', 'd']],
    ['b', 'across', ['a hidden c', 'd b']],
    ['d', 'across', ['a hidden b c d', '']],
    ['gone', 'up', ['a hidden b c', 'd']],
  ] as const)(
    'a step of %s %s passes what cannot be seen',
    (id, direction, expected) => {
      expect(order(step(id, direction))).toEqual(expected);
    },
  );

  it('resizes, sets and forgets settings', () => {
    const set = after(
      { type: 'resize', id: 'a', width: 'half' },
      { type: 'set', id: 'a', settings: { limit: 3 } },
    );
    expect(set.main[0]).toEqual({
      id: 'a',
      width: 'half',
      settings: { limit: 3 },
    });
    const unset = reduceEditor(startEditor(set), {
      type: 'set',
      id: 'a',
      settings: undefined,
    });
    expect(unset.current.main[0]).toEqual({ id: 'a', width: 'half' });
  });

  it('has nothing to undo when nothing was changed', () => {
    const editor = startEditor(start);
    expect(reduceEditor(editor, { type: 'undo' })).toBe(editor);
    expect(reduceEditor(editor, { type: 'remove', id: 'gone' })).toBe(editor);
    expect(
      reduceEditor(editor, { type: 'move', id: 'c', column: 'main' }),
    ).toBe(editor);
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'hidden');
const column = fc.constantFrom('main' as const, 'side' as const);
const width = fc.constantFrom('full' as const, 'half' as const);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant('add' as const), id, column, width }),
  fc.record({ type: fc.constant('remove' as const), id }),
  fc.record(
    { type: fc.constant('move' as const), id, column, before: id },
    { requiredKeys: ['type', 'id', 'column'] },
  ),
  fc.record({ type: fc.constant('resize' as const), id, width }),
  fc.record({
    type: fc.constant('set' as const),
    id,
    settings: fc.constantFrom({ limit: 3 }, undefined),
  }),
);

describe('any sequence of edits', () => {
  it('loses no widget and doubles none', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), edits => {
        const expected = new Set(idsOf(start));
        let editor = startEditor(start);
        for (const one of edits) {
          editor = reduceEditor(editor, one);
          if (one.type === 'add') expected.add(one.id);
          if (one.type === 'remove') expected.delete(one.id);
          const ids = idsOf(editor.current);
          expect(ids).toHaveLength(expected.size);
          expect(new Set(ids)).toEqual(expected);
        }
      }),
    );
  });

  it('is undone step by step, back to where it began', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), edits => {
        const seen = [startEditor(start)];
        for (const one of edits) {
          const next = reduceEditor(seen[seen.length - 1], one);
          if (next !== seen[seen.length - 1]) seen.push(next);
        }
        let editor = seen[seen.length - 1];
        for (const earlier of seen.slice(0, -1).reverse()) {
          editor = reduceEditor(editor, { type: 'undo' });
          expect(editor.current).toBe(earlier.current);
        }
        expect(editor).toEqual(startEditor(start));
      }),
    );
  });

  it('has a step down that a step up takes back, for what can be seen', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 1, maxLength: 7 }),
        id,
        (ids, moved) => {
          const arrangement = { main: ids.map(one => place(one)), side: [] };
          const down = stepOf(arrangement, {
            id: moved,
            step: 'down',
            isVisible,
          });
          fc.pre(isVisible(moved) && down !== undefined);
          const lower = reduceEditor(startEditor(arrangement), down as Edit);
          const up = stepOf(lower.current, {
            id: moved,
            step: 'up',
            isVisible,
          });
          const back = reduceEditor(lower, up as Edit);
          expect(order(keepOnly(back.current, isVisible))).toEqual(
            order(keepOnly(arrangement, isVisible)),
          );
        },
      ),
    );
  });
});
