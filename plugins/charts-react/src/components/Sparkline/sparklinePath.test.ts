import { sparklinePath } from './sparklinePath';

const of = (...values: (number | null)[]) =>
  values.map(value => ({ value, partial: false }));

describe('sparklinePath', () => {
  it('goes from the lowest value at the bottom to the highest at the top', () => {
    expect(sparklinePath(of(0, 10), 106, 26)).toEqual({
      whole: 'M3 23L103 3',
      partial: '',
      dots: [{ x: 103, y: 3 }],
    });
  });

  it('does not bridge a gap, and marks what stands alone in it', () => {
    const { whole, dots } = sparklinePath(
      of(1, 2, null, 3, null, 1, 2),
      106,
      26,
    );
    expect(whole.match(/M/g)).toHaveLength(2);
    expect(dots).toHaveLength(2);
  });

  it('sets apart what is not over yet', () => {
    const points = [...of(1, 2), { value: 1, partial: true }];
    const { whole, partial } = sparklinePath(points, 106, 26);
    expect(whole).toBe('M3 23L53 3');
    expect(partial).toBe('M53 3L103 23');
  });

  it('draws a series that does not move in the middle', () => {
    expect(sparklinePath(of(4, 4), 106, 26).whole).toBe('M3 13L103 13');
  });
});
