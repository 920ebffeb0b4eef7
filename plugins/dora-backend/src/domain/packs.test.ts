import { packs } from './packs';

const of = (weights: number[], max: number) =>
  packs(weights, each => each, max);

describe('packs', () => {
  it('fills packs in order, up to the weight', () => {
    expect(of([3, 4, 3, 1, 9], 10)).toEqual([
      [3, 4, 3],
      [1, 9],
    ]);
    expect(of([], 10)).toEqual([]);
  });

  it('gives what weighs too much a pack of its own', () => {
    expect(of([1, 50, 1, 0, 2], 10)).toEqual([[1], [50], [1, 0, 2]]);
  });
});
