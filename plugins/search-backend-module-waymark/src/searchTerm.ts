/** What somebody looks for, in the forms in which it is compared. */
export interface SearchTerm {
  /** In lower case, words apart by one blank; empty: everything. */
  exact: string;
  /** A `tsquery` that a document matches. */
  anywhere: string;
  /** A `tsquery` that matches when its title alone has it all. */
  inTitle: string;
}

const SEPARATORS = /[^\p{L}\p{N}]+/u;

const quote = (text: string) => `'${text.replace(/[\0'\\]/g, ' ')}'`;

/**
 * Every word, each perhaps only begun. `orders-api` is two words, as in the
 * title "Orders API"; written as one it is also found as one, for addresses.
 */
export function readSearchTerm(term: string): SearchTerm {
  const parts = term
    .split(/\s+/)
    .map(part => ({ part, words: part.split(SEPARATORS).filter(Boolean) }))
    .filter(({ words }) => words.length > 0);
  const query = (weight: string) =>
    parts
      .map(({ part, words }) => {
        const all = words.map(word => `'${word}':*${weight}`).join(' & ');
        return words.length > 1 ? `(${all} | ${quote(part)}:*${weight})` : all;
      })
      .join(' & ');
  return {
    exact: parts
      .flatMap(({ words }) => words)
      .join(' ')
      .toLowerCase(),
    anywhere: query(''),
    inTitle: query('A'),
  };
}
