import SwaggerParser from '@apidevtools/swagger-parser';
import { Parser } from '@asyncapi/parser';
import { buildSchema } from 'graphql';
import { parse } from 'yaml';
import { PROFILES } from '../data/profiles';
import { buildOrganisation } from '../domain/organisation';
import { createRandom } from '../domain/random';
import type { ApiType, ProfileName, Service } from '../domain/types';
import { asyncApi } from './asyncapi';
import { graphQlSchema } from './graphql';
import { openApi, stagesOf, type ApiStage } from './openapi';
import { toYaml } from './yaml';

const PROFILE_NAMES: ProfileName[] = ['ecommerce', 'bank', 'startup'];

/**
 * One service per leading noun and number of stages: the others have the same
 * contract by another name. Validators are slow, hence at most `limit` of them.
 */
function offering(type: ApiType, limit: number): Service[] {
  const services = PROFILE_NAMES.flatMap(profile =>
    buildOrganisation({
      profile,
      seed: 1,
      until: '2026-06-30T16:00:00Z',
      services: PROFILES[profile].services,
      months: 12,
    }).services.filter(({ apis }) => apis.some(api => api.type === type)),
  );
  const key = (service: Service) => `${service.nouns[0]} ${stagesOf(service)}`;
  const different = [
    ...new Map(services.map(service => [key(service), service])).values(),
  ];
  return createRandom('contracts', type).sample(different, limit);
}

const context = (service: Service, stage: ApiStage) => ({
  service,
  stage,
  emailDomain: 'fernway.example',
  version: '1.0.0',
});

describe('contracts', () => {
  it('are valid OpenAPI 3.1 at every stage', async () => {
    const services = offering('openapi', 20);
    expect(services).toHaveLength(20);
    for (const service of services) {
      for (let stage = 1; stage <= stagesOf(service); stage++) {
        const document = parse(
          toYaml(openApi(context(service, stage as ApiStage))),
        );
        await SwaggerParser.validate(document);
        expect(Object.keys(document.paths).length).toBeGreaterThanOrEqual(2);
      }
    }
  }, 120_000);

  it('are valid AsyncAPI 3.0', async () => {
    const parser = new Parser();
    const services = offering('asyncapi', 15);
    expect(services).toHaveLength(15);
    for (const service of services) {
      const { document, diagnostics } = await parser.parse(
        toYaml(asyncApi(context(service, 3))),
      );
      const errors = diagnostics.filter(({ severity }) => severity === 0);
      expect({ service: service.name, errors }).toEqual({
        service: service.name,
        errors: [],
      });
      expect(document?.channels().all().length).toBe(1);
    }
  }, 120_000);

  it('are valid GraphQL', () => {
    for (const service of offering('graphql', 10)) {
      expect(buildSchema(graphQlSchema(service)).getQueryType()).toBeDefined();
    }
  });

  it('quote what a YAML 1.1 reader takes for a date', () => {
    expect(
      toYaml({ on: '2026-01-05', at: '2026-01-05T09:30:00Z', flag: 'yes' }),
    ).not.toMatch(/: (2026|yes)/);
  });
});
