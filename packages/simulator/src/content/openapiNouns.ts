import { shapeOf } from '../data/nouns';
import {
  camel,
  pascal,
  plural,
  sentence,
  spaced,
  withArticle,
} from '../domain/words';
import type { ApiContext, ApiStage } from './openapi';
import {
  fieldSchema,
  nounExample,
  nounSchema,
  writableExample,
  type JsonObject,
} from './schema';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject, example?: JsonObject) => ({
  'application/json': example ? { schema, example } : { schema },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});
const parameter = (name: string) => ({
  $ref: `#/components/parameters/${name}`,
});

/** Collection, item and transitions of a noun, as far as the stage goes. */
export function nounPaths({ emailDomain, stage }: ApiContext, noun: string) {
  const type = pascal(noun);
  const thing = spaced(noun);
  const things = plural(thing);
  const tags = [plural(noun)];
  const example = nounExample(noun, emailDomain);
  const { statuses } = shapeOf(noun);
  const one = {
    description: sentence(`the ${thing}.`),
    content: json(ref(type), example),
  };
  const writes = stage >= 2;
  const collection = `/${plural(noun)}`;

  return {
    [collection]: {
      get: {
        operationId: `list${plural(type)}`,
        summary: `List ${things}`,
        tags,
        parameters: [
          {
            name: 'status',
            in: 'query',
            schema: { type: 'string', enum: statuses },
          },
          parameter('limit'),
          parameter('cursor'),
        ],
        responses: {
          200: {
            description: `A page of ${things}, newest first.`,
            content: json(ref(`${type}Page`), {
              items: [example],
              nextCursor: null,
            }),
          },
          400: problem('A parameter is not valid.'),
        },
      },
      ...(writes && {
        post: {
          operationId: `create${type}`,
          summary: `Create ${withArticle(thing)}`,
          tags,
          parameters: [parameter('idempotencyKey')],
          requestBody: {
            required: true,
            content: json(
              ref(`New${type}`),
              writableExample(noun, emailDomain),
            ),
          },
          responses: {
            201: one,
            400: problem('The body is not valid.'),
            409: problem('The key was used with another body.'),
          },
        },
      }),
    },
    [`${collection}/{id}`]: {
      get: {
        operationId: `get${type}`,
        summary: `Get ${withArticle(thing)}`,
        tags,
        parameters: [parameter('id')],
        responses: { 200: one, 404: problem(`No such ${thing}.`) },
      },
      ...(writes && {
        patch: {
          operationId: `update${type}`,
          summary: `Change ${withArticle(thing)}`,
          tags,
          parameters: [
            parameter('id'),
            {
              name: 'If-Match',
              in: 'header',
              required: true,
              description: '`version` the change is based on.',
              schema: { type: 'string' },
            },
          ],
          requestBody: { required: true, content: json(ref(`New${type}`)) },
          responses: {
            200: one,
            404: problem(`No such ${thing}.`),
            412: problem('Somebody else changed it in the meantime.'),
          },
        },
      }),
    },
    ...(writes && {
      [`${collection}/{id}/transitions`]: {
        post: {
          operationId: `transition${type}`,
          summary: `Move ${withArticle(thing)} to another status`,
          tags,
          parameters: [parameter('id'), parameter('idempotencyKey')],
          requestBody: {
            required: true,
            content: json(ref(`${type}Transition`), {
              to: statuses[statuses.length - 1],
              reason: `Requested by the owner of the ${thing}`,
            }),
          },
          responses: {
            200: one,
            409: problem('The status cannot be reached from the current one.'),
          },
        },
      },
    }),
  };
}

export function nounSchemas(noun: string, stage: ApiStage) {
  const type = pascal(noun);
  const { statuses, fields } = shapeOf(noun);
  return {
    [type]: { ...nounSchema(noun), title: sentence(spaced(noun)) },
    [`${type}Page`]: {
      type: 'object',
      required: ['items'],
      properties: {
        items: { type: 'array', items: ref(type) },
        nextCursor: {
          type: ['string', 'null'],
          description: `Absent on the last page of ${camel(plural(noun))}.`,
        },
      },
    },
    ...(stage >= 2 && {
      [`New${type}`]: {
        type: 'object',
        properties: Object.fromEntries(
          fields.map(field => [field.name, fieldSchema(field)]),
        ),
      },
      [`${type}Transition`]: {
        type: 'object',
        required: ['to'],
        properties: {
          to: { type: 'string', enum: statuses },
          reason: { type: 'string', maxLength: 200 },
        },
      },
    }),
  };
}
