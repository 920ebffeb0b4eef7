import { shapeOf, type Field, type FieldKind } from '../data/nouns';
import { createRandom } from '../domain/random';
import { spaced } from '../domain/words';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const MONEY: JsonObject = {
  type: 'object',
  required: ['amount', 'currency'],
  properties: {
    amount: { type: 'string', pattern: '^-?\\d+\\.\\d{2}$' },
    currency: { type: 'string', minLength: 3, maxLength: 3 },
  },
};

const KINDS: Record<FieldKind, JsonObject> = {
  text: { type: 'string', maxLength: 500 },
  code: { type: 'string', pattern: '^[A-Z0-9-]{2,40}$' },
  money: MONEY,
  count: { type: 'integer', minimum: 0 },
  ratio: { type: 'number' },
  flag: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  id: { type: 'string', format: 'uuid' },
  email: { type: 'string', format: 'email' },
  country: { type: 'string', minLength: 2, maxLength: 2 },
  url: { type: 'string', format: 'uri' },
};

export const fieldSchema = ({ kind, about }: Field): JsonObject => ({
  ...KINDS[kind],
  description: about,
});

/** JSON schema of a noun as its API returns it. */
export function nounSchema(noun: string): JsonObject {
  const { statuses, fields } = shapeOf(noun);
  return {
    type: 'object',
    required: ['id', 'status', ...fields.slice(0, 2).map(({ name }) => name)],
    properties: {
      id: {
        type: 'string',
        format: 'uuid',
        description: `Identifies the ${spaced(noun)}.`,
      },
      status: { type: 'string', enum: statuses },
      ...Object.fromEntries(
        fields.map(field => [field.name, fieldSchema(field)]),
      ),
      createdAt: { type: 'string', format: 'date-time' },
      version: {
        type: 'integer',
        minimum: 1,
        description: 'Grows by one with every change.',
      },
    },
  };
}

const TEXTS = [
  'Oak garden bench',
  'Spring opening',
  'Second reminder',
  'Standard terms',
  'Late delivery',
  'Monthly review',
];
const COUNTRIES = ['DE', 'NL', 'SE', 'FR', 'PL'];

/** A believable example of a noun, the same in the docs, the API and the tests. */
export function nounExample(noun: string, emailDomain: string): JsonObject {
  const random = createRandom('example', noun);
  const hex = (length: number) =>
    Array.from({ length }, () => random.int(0, 15).toString(16)).join('');
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  const day = () => `2026-0${random.int(1, 6)}-${random.int(10, 28)}`;
  const instant = () =>
    `${day()}T0${random.int(6, 9)}:${random.int(10, 59)}:00Z`;
  const values: Record<FieldKind, () => Json> = {
    text: () => random.pick(TEXTS),
    code: () => `${noun.slice(0, 3).toUpperCase()}-${random.int(10000, 99999)}`,
    money: () => ({
      amount: `${random.int(4, 480)}.${random.int(10, 99)}`,
      currency: 'EUR',
    }),
    count: () => random.int(1, 40),
    ratio: () => random.int(1, 98) / 100,
    flag: () => random.chance(0.7),
    date: day,
    instant,
    id: uuid,
    email: () => `alex.morgan@${emailDomain}`,
    country: () => random.pick(COUNTRIES),
    url: () => `https://media.${emailDomain}/${hex(10)}.webp`,
  };
  const { statuses, fields } = shapeOf(noun);
  return {
    id: uuid(),
    status: statuses[Math.min(1, statuses.length - 1)],
    ...Object.fromEntries(
      fields.map(({ name, kind }) => [name, values[kind]()]),
    ),
    createdAt: instant(),
    version: random.int(1, 9),
  };
}

/** What a client sends to create one: no identifier, no bookkeeping. */
export function writableExample(noun: string, emailDomain: string): JsonObject {
  const { id, status, createdAt, version, ...rest } = nounExample(
    noun,
    emailDomain,
  );
  return rest;
}
