import fc from 'fast-check';
import { toCsv } from './toCsv';

describe('toCsv', () => {
  it('writes numbers as they are and leaves out what is missing', () => {
    expect(toCsv([['a', -1.5, null, undefined, 0]])).toBe('a,-1.5,,,0\r\n');
  });

  it('quotes what would break the row', () => {
    expect(toCsv([['a,b', 'say "hi"', 'two\nlines']])).toBe(
      '"a,b","say ""hi""","two\nlines"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'makes text of the formula %j',
    text => {
      expect(toCsv([[text]]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('never begins text with what a spreadsheet computes', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const field = toCsv([[text]]).replace(/^"/, '');
        expect(field).not.toMatch(/^[=+\-@\t\r](?!\n$)/);
      }),
    );
  });
});
