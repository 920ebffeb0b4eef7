import { nextIndex } from './nextIndex';

describe('nextIndex', () => {
  it.each([
    ['ArrowRight', null, 0],
    ['ArrowRight', 0, 1],
    ['ArrowRight', 3, 3],
    ['ArrowLeft', null, 3],
    ['ArrowLeft', 0, 0],
    ['ArrowUp', 2, 1],
    ['ArrowLeft', 9, 3],
    ['ArrowRight', 9, 3],
    ['ArrowDown', 2, 3],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['Escape', 2, null],
    ['Escape', null, undefined],
    ['a', 1, undefined],
    ['Tab', 1, undefined],
  ])('%s at %s of four leads to %s', (key, current, next) => {
    expect(nextIndex(key, current, 4)).toBe(next);
  });

  it('leads nowhere where there is nothing', () => {
    expect(nextIndex('ArrowRight', null, 0)).toBeUndefined();
  });
});
