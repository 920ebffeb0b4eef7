import { axisScale } from '@waymark/metrics-common';
import { lineRows } from '../drawings/lineRows';
import { DAY_S, weekly } from '../__testUtils__/examples';
import { positionOf } from './distribution';
import { seriesStyle } from './seriesStyle';
import { stripMarks } from './strip';

describe('lineRows', () => {
  it('begins the dashed part at the last whole point; a comparison has none', () => {
    const scale = axisScale([4 * DAY_S], 'seconds');
    const column = (name: string) =>
      lineRows(weekly, scale).map(row => row[name]);
    expect(column('whole now')).toEqual([3, null, 2, null]);
    expect(column('partial now')).toEqual([null, null, 2, 1.5]);
    expect(column('whole before')).toEqual([4, 4, 4, 4]);
    expect(column('partial before')).toEqual([null, null, null, null]);
  });
});

describe('seriesStyle', () => {
  it('tells six series apart by mark as well as by colour', () => {
    const styles = Array.from({ length: 6 }, (_, index) => seriesStyle(index));
    expect(new Set(styles.map(({ mark }) => mark)).size).toBe(6);
    expect(new Set(styles.map(({ colour }) => colour)).size).toBe(6);
  });

  it('draws what is compared with dashed', () => {
    expect(seriesStyle(1, 'comparison').dash).toBeDefined();
    expect(seriesStyle(0).dash).toBeUndefined();
  });
});

describe('stripMarks', () => {
  it('stacks equal values, from low to high', () => {
    const group = { id: 'a', label: 'A', values: [3, 1, 3], median: 3 };
    expect(stripMarks([group, { ...group, values: [] }])).toEqual([
      { group: 0, value: 1, count: 1 },
      { group: 0, value: 3, count: 2 },
    ]);
  });
});

describe('positionOf', () => {
  const bins = [
    { from: 0, to: 10, count: 1 },
    { from: 10, to: 110, count: 1 },
  ];

  it.each([
    [0, 0],
    [5, 0.5],
    [10, 1],
    [60, 1.5],
    [110, 2],
    [-1, null],
    [111, null],
  ])('%i lies at %s', (value, position) => {
    expect(positionOf(bins, value)).toBe(position);
  });
});
