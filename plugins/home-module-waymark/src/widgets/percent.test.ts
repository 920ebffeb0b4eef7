import { percent } from './percent';

describe('percent', () => {
  it.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.004, '<1 %'],
    [0.5, '50 %'],
    [2 / 3, '67 %'],
    [0.996, '>99 %'],
    [1, '100 %'],
  ])('%p is %p', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});
