import fc from 'fast-check';
import { shownWidths } from './rows';

const widgets = (text: string) =>
  [...text].map((letter, index) => ({
    id: String(index),
    width: letter === 'h' ? ('half' as const) : ('full' as const),
  }));

const shown = (text: string) =>
  shownWidths(widgets(text))
    .map(width => width[0])
    .join('');

describe('shownWidths', () => {
  it.each([
    ['', ''],
    ['f', 'f'],
    ['h', 'f'],
    ['hh', 'hh'],
    ['hhh', 'hhf'],
    ['hfh', 'fff'],
    ['fhhf', 'fhhf'],
    ['hhhh', 'hhhh'],
  ])('%p is shown as %p', (wanted, expected) => {
    expect(shown(wanted)).toBe(expected);
  });

  it('leaves no hole: halves come in pairs', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[fh]{0,12}$/), wanted => {
        expect(shown(wanted)).toMatch(/^(f|hh)*$/);
        expect(shown(wanted)).toHaveLength(wanted.length);
      }),
    );
  });
});
