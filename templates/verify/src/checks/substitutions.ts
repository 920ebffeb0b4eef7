import type { JsonObject, JsonValue } from '@backstage/types';
import type { Check } from './check';

/** Values that may be empty: those of whom nothing is asked for. */
const MAY_BE_EMPTY = new Set(['system', 'schedule']);

const LEFTOVERS: [RegExp, string][] = [
  [/\{%/, 'a tag that was not rendered'],
  [/\$\{\{ *(values|parameters|environment|steps)\b/, 'an expression'],
  [/\[object Object\]/, 'an object where a text belongs'],
];
/** Words of programs, and signs of a mistake everywhere else. */
const IN_PROSE = /\b(undefined|NaN)\b/;
const CODE = /\.(ts|tsx|js|mjs|cjs|py)$|package-lock\.json$/;

/** Nothing of the template language is left, and nothing was rendered that is no text. */
export const nothingIsLeft: Check = ({ tree }) =>
  [...tree].flatMap(([file, content]) => [
    ...LEFTOVERS.filter(([pattern]) => pattern.test(content)).map(
      ([, what]) => `${file}: ${what} is left`,
    ),
    ...(!CODE.test(file) && IN_PROSE.test(content)
      ? [`${file}: has the text of a value that there is not`]
      : []),
    ...(/\{%|\$\{\{/.test(file) ? [`${file}: its name was not rendered`] : []),
  ]);

function unusable(value: JsonValue | undefined, at: string): string[] {
  if (value === undefined || value === null) return [`${at} is missing`];
  if (typeof value === 'string' && value.includes('${{')) {
    return [`${at}: the scaffolder could not evaluate ${value}`];
  }
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    unusable(inner, `${at}.${key}`),
  );
}

function emptyOnes(values: JsonObject): string[] {
  return Object.entries(values)
    .filter(([key, value]) => value === '' && !MAY_BE_EMPTY.has(key))
    .map(([key]) => `values.${key} is empty`);
}

/** Every value has one, and every value that a skeleton uses is passed. */
export const valuesAreComplete: Check = ({ values, sources }) => {
  const used = new Set<string>();
  for (const [file, content] of sources) {
    const templated = file.endsWith('.njk') ? content : '';
    const text = `${file}\n${templated}`;
    for (const [, name] of text.matchAll(/\bvalues\.(\w+)/g)) used.add(name);
  }
  return values.flatMap((given, index) => [
    ...unusable(given, `values of step ${index + 1}`),
    ...emptyOnes(given),
    ...[...used]
      .filter(name => !(name in given))
      .map(
        name => `values.${name} is used and not passed by step ${index + 1}`,
      ),
  ]);
};
