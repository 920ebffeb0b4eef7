import { shapeOf, type FieldKind } from '../data/nouns';
import type { Service } from '../domain/types';
import {
  camel,
  pascal,
  plural,
  snake,
  spaced,
  withArticle,
} from '../domain/words';

const SCALARS: Record<FieldKind, string> = {
  text: 'String',
  code: 'String',
  money: 'Money',
  count: 'Int',
  ratio: 'Float',
  flag: 'Boolean',
  date: 'Date',
  instant: 'Instant',
  id: 'ID',
  email: 'String',
  country: 'String',
  url: 'String',
};

/** GraphQL schema of a gateway over the nouns of its system. */
export function graphQlSchema({ nouns, description }: Service) {
  const types = nouns.map(noun => {
    const { statuses, fields } = shapeOf(noun);
    const type = pascal(noun);
    return [
      `enum ${type}Status {`,
      ...statuses.map(status => `  ${snake(status).toUpperCase()}`),
      '}',
      '',
      `type ${type} {`,
      '  id: ID!',
      `  status: ${type}Status!`,
      ...fields.flatMap(({ name, kind, about }) => [
        `  "${about}"`,
        `  ${name}: ${SCALARS[kind]}`,
      ]),
      '}',
      '',
      `type ${type}Page {`,
      `  items: [${type}!]!`,
      '  nextCursor: String',
      '}',
    ].join('\n');
  });
  const queries = nouns.flatMap(noun => [
    `  "Gets ${withArticle(spaced(noun))}; null when there is none."`,
    `  ${camel(noun)}(id: ID!): ${pascal(noun)}`,
    `  "Pages through ${plural(spaced(noun))}, newest first."`,
    `  ${camel(plural(noun))}(status: ${pascal(
      noun,
    )}Status, first: Int = 50, after: String): ${pascal(noun)}Page!`,
  ]);
  return `"""
${description}
"""
schema {
  query: Query
}

"Calendar day, YYYY-MM-DD."
scalar Date

"Moment in time, RFC 3339."
scalar Instant

type Money {
  amount: String!
  currency: String!
}

type Query {
${queries.join('\n')}
}

${types.join('\n\n')}
`;
}
