/** 'saved-basket' -> 'saved basket' */
export const spaced = (name: string) => name.replace(/-/g, ' ');

/** 'saved basket' -> 'Saved basket' */
export const sentence = (text: string) =>
  text.charAt(0).toUpperCase() + text.slice(1);

const INITIALISMS: Record<string, string> = {
  api: 'API',
  db: 'Database',
  bff: 'BFF',
  crm: 'CRM',
  etl: 'ETL',
  fx: 'FX',
  ios: 'iOS',
  ml: 'ML',
  sdk: 'SDK',
  ui: 'UI',
  kyc: 'KYC',
  aml: 'AML',
  sepa: 'SEPA',
  swift: 'SWIFT',
  atm: 'ATM',
  qa: 'QA',
  vat: 'VAT',
  uk: 'UK',
  us: 'US',
};

/** 'saved-basket-api' -> 'Saved Basket API' */
export const titleCase = (name: string) =>
  name
    .split('-')
    .map(word => INITIALISMS[word] ?? sentence(word))
    .join(' ');

/** 'saved-basket' -> 'SavedBasket' */
export const pascal = (name: string) => name.split('-').map(sentence).join('');

/** 'saved-basket' -> 'savedBasket' */
export const camel = (name: string) => {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
};

/** 'saved-basket' or 'savedBasket' -> 'saved_basket' */
export const snake = (name: string) =>
  name
    .replace(/-/g, '_')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** English plural, good enough for the nouns of `data/`. */
export const plural = (noun: string) => {
  if (/(s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
};

/** 'an order', 'a user' */
export const withArticle = (noun: string) =>
  `${/^[aeio]|^un/i.test(noun) ? 'an' : 'a'} ${noun}`;

const LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** 'Søren' -> 'soren': the spelling of a name in usernames and addresses. */
export const ascii = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^ -~]/g, letter => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
