import { wrapWords } from './wrapWords';

describe('wrapWords', () => {
  it.each([
    ['Adoption', ['Adoption']],
    ['Provisioning and management', ['Provisioning', 'and management']],
    ['A b c', ['A b c']],
    ['Internationalisation of it', ['Internationalisation', 'of it']],
  ])('%s', (text, lines) => {
    expect(wrapWords(text, 14)).toEqual(lines);
  });
});
