import { createRandom } from './random';

describe('createRandom', () => {
  it('repeats itself for the same key and differs for another', () => {
    const draw = (...key: (string | number)[]) => {
      const random = createRandom(...key);
      return Array.from({ length: 5 }, () => random.int(0, 1_000_000));
    };
    expect(draw(1, 'people')).toEqual(draw(1, 'people'));
    expect(draw(1, 'people')).not.toEqual(draw(2, 'people'));
    // The border between the parts of a key matters.
    expect(draw('ab', 'c')).not.toEqual(draw('a', 'bc'));
  });

  it('draws evenly', () => {
    const random = createRandom('even');
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 40_000; i++) counts[random.int(0, 3)] += 1;
    for (const count of counts) {
      expect(count).toBeGreaterThan(9_600);
      expect(count).toBeLessThan(10_400);
    }
  });

  it('follows weights and never picks what weighs nothing', () => {
    const random = createRandom('weights');
    const counts = { often: 0, rare: 0, never: 0 };
    for (let i = 0; i < 10_000; i++) {
      counts[
        random.weighted([
          ['often', 9],
          ['rare', 1],
          ['never', 0],
        ] as const)
      ] += 1;
    }
    expect(counts.never).toBe(0);
    expect(counts.rare).toBeGreaterThan(850);
    expect(counts.rare).toBeLessThan(1150);
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = createRandom('shuffle').shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });
});
