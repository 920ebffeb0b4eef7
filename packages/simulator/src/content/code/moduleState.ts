import type { FieldKind } from '../../data/nouns';
import { GUARDS } from '../../data/messages';
import type { Language } from '../../domain/types';
import { plural, spaced } from '../../domain/words';
import { FUNCTIONS, namingOf } from './functions';

/** What has been written so far about one noun. */
export interface ModuleState {
  noun: string;
  /** Keys of `FUNCTIONS`, in the order they were added. */
  functions: string[];
  /** Texts of `GUARDS` that fixes brought. */
  guards: string[];
  tested: string[];
}

/** Types of fields, as each language writes them. */
export const TYPES: Record<FieldKind, Record<Language, string>> = {
  text: { typescript: 'string', python: 'str' },
  code: { typescript: 'string', python: 'str' },
  money: {
    typescript: '{ amount: string; currency: string }',
    python: 'Money',
  },
  count: { typescript: 'number', python: 'int' },
  ratio: { typescript: 'number', python: 'float' },
  flag: { typescript: 'boolean', python: 'bool' },
  date: { typescript: 'string', python: 'date' },
  instant: { typescript: 'string', python: 'datetime' },
  id: { typescript: 'string', python: 'str' },
  email: { typescript: 'string', python: 'str' },
  country: { typescript: 'string', python: 'str' },
  url: { typescript: 'string', python: 'str' },
};

/** Code of the functions written so far. */
export const bodies = (state: ModuleState, language: Language) =>
  state.functions.flatMap(key => {
    const item = FUNCTIONS.find(candidate => candidate.key === key);
    return item ? [item[language](namingOf(state.noun))] : [];
  });

/** The guards so far, in the words of the noun. */
export const rulesOf = ({ guards, noun }: ModuleState) =>
  GUARDS.filter(({ text }) => guards.includes(text)).map(rule => ({
    ...rule,
    text: rule.text
      .replace('{one}', spaced(noun))
      .replace('{many}', plural(spaced(noun))),
  }));
