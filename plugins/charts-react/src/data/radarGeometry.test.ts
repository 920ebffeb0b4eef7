import fc from 'fast-check';
import { radarGeometry } from './radarGeometry';

describe('radarGeometry', () => {
  it('puts the first axis upwards and the others clockwise', () => {
    const { at, cx, cy, radius } = radarGeometry(4, 640, 320);
    expect(at(0, 1)).toEqual({ x: cx, y: cy - radius });
    expect(at(1, 0.5).x).toBeCloseTo(cx + radius / 2);
    expect(at(2, 1).y).toBeCloseTo(cy + radius);
  });

  it('finds the axis that a point lies on', () => {
    const sizes = fc.integer({ min: 3, max: 24 });
    fc.assert(
      fc.property(sizes, fc.nat(), (count, seed) => {
        const index = seed % count;
        const { at, nearest } = radarGeometry(count, 640, 320);
        const { x, y } = at(index, 0.7);
        expect(nearest(x, y)).toBe(index);
      }),
    );
  });
});
