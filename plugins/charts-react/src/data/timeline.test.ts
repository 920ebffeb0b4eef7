import fc from 'fast-check';
import { timelineMarks, tracksOf, type TimelineEvent } from './timeline';

const DAY = 86_400_000;
const START = Date.parse('2026-03-02T00:00:00Z');
const bounds = {
  start: START,
  end: START + 7 * DAY,
  edges: Array.from({ length: 8 }, (_, day) => START + day * DAY),
};

const at = (hours: number) => new Date(START + hours * 3_600_000).toISOString();

const event = (
  id: string,
  change: Partial<TimelineEvent> = {},
): TimelineEvent => ({
  id,
  lane: 'deployments',
  title: id,
  start: at(1),
  tone: 'good',
  ...change,
});

describe('timelineMarks', () => {
  it('gathers the points of a day by lane and tone', () => {
    const marks = timelineMarks(
      [
        event('a'),
        event('b', { start: at(23) }),
        event('c', { tone: 'bad' }),
        event('d', { start: at(24) }),
      ],
      bounds,
    );
    expect(
      marks.map(({ tone, start, events }) => [
        tone,
        (start - START) / DAY,
        events.map(({ id }) => id).join(),
      ]),
    ).toEqual([
      ['good', 0, 'a,b'],
      ['bad', 0, 'c'],
      ['good', 1, 'd'],
    ]);
  });

  it('leaves out what is not in the window, and cuts what reaches beyond it', () => {
    const marks = timelineMarks(
      [
        event('before', { start: at(-1) }),
        event('after', { start: at(7 * 24) }),
        event('over', { lane: 'incidents', start: at(-9), end: at(-1) }),
        event('reaching', { lane: 'incidents', start: at(-5), end: at(5) }),
        event('open', { lane: 'incidents', start: at(100), end: null }),
      ],
      bounds,
    );
    expect(marks.map(({ events }) => events[0].id)).toEqual([
      'reaching',
      'open',
    ]);
    expect(marks[0].start).toBe(START);
    expect(marks[1]).toMatchObject({ end: bounds.end, isOpen: true });
  });

  it('keeps overlapping spans apart, in as few tracks as there need be', () => {
    const span = (id: string, from: number, to: number) =>
      event(id, { lane: 'incidents', start: at(from), end: at(to) });
    const marks = timelineMarks(
      [span('a', 0, 10), span('b', 5, 20), span('c', 10, 30)],
      bounds,
    );
    expect(marks.map(mark => mark.kind === 'span' && mark.track)).toEqual([
      0, 1, 0,
    ]);
    expect(tracksOf(marks, 'incidents')).toBe(2);
    expect(tracksOf(marks, 'deployments')).toBe(0);
  });

  it('loses no point within the window', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 7 * 24 - 1 }));
    fc.assert(
      fc.property(hours, starts => {
        const marks = timelineMarks(
          starts.map((hour, index) =>
            event(String(index), { start: at(hour) }),
          ),
          bounds,
        );
        const drawn = marks.flatMap(({ events }) => events);
        expect(drawn).toHaveLength(starts.length);
      }),
    );
  });
});
