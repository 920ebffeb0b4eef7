import type { Service } from '../domain/types';
import { plural, spaced } from '../domain/words';

/** Interface of a machine-learning service: ask for scores, ask which model answers. */
export function predictionPaths({ nouns }: Service) {
  const thing = spaced(nouns[0]);
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const subject = '7f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b';
  return {
    '/predictions': {
      post: {
        operationId: 'predict',
        summary: `Score up to 200 ${plural(thing)} in one call`,
        tags: ['predictions'],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: ref('PredictionRequest'),
              example: {
                subjects: [
                  { id: subject, features: { ageDays: 41, recentCount: 3 } },
                ],
              },
            },
          },
        },
        responses: {
          200: {
            description: 'Scores in the order of the request.',
            content: {
              'application/json': {
                schema: ref('PredictionResponse'),
                example: {
                  model: '2026.21.0',
                  predictions: [
                    { id: subject, score: 0.82, reasons: ['recentCount'] },
                  ],
                },
              },
            },
          },
          422: {
            description: 'A feature is missing or out of range.',
            content: { 'application/problem+json': { schema: ref('Problem') } },
          },
        },
      },
    },
    '/model': {
      get: {
        operationId: 'getModel',
        summary:
          'The model that answers now, with its training window and quality',
        tags: ['predictions'],
        responses: {
          200: {
            description: 'Model card.',
            content: { 'application/json': { schema: ref('ModelCard') } },
          },
        },
      },
    },
  };
}

export const PREDICTION_SCHEMAS = {
  PredictionRequest: {
    type: 'object',
    required: ['subjects'],
    properties: {
      subjects: {
        type: 'array',
        minItems: 1,
        maxItems: 200,
        items: {
          type: 'object',
          required: ['id', 'features'],
          properties: {
            id: { type: 'string', format: 'uuid' },
            features: {
              type: 'object',
              additionalProperties: { type: 'number' },
            },
          },
        },
      },
    },
  },
  PredictionResponse: {
    type: 'object',
    required: ['model', 'predictions'],
    properties: {
      model: { type: 'string', description: 'Version that answered.' },
      predictions: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'score'],
          properties: {
            id: { type: 'string', format: 'uuid' },
            score: { type: 'number', minimum: 0, maximum: 1 },
            reasons: {
              type: 'array',
              items: { type: 'string' },
              description: 'Features that mattered most.',
            },
          },
        },
      },
    },
  },
  ModelCard: {
    type: 'object',
    properties: {
      version: { type: 'string' },
      trainedOn: {
        type: 'object',
        properties: {
          from: { type: 'string', format: 'date' },
          to: { type: 'string', format: 'date' },
        },
      },
      areaUnderCurve: { type: 'number', minimum: 0.5, maximum: 1 },
    },
  },
};
