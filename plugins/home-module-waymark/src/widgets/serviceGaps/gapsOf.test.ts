import type { Entity } from '@backstage/catalog-model';
import { gapsOf } from './gapsOf';

const TEAM = { type: 'ownedBy', targetRef: 'group:default/checkout' };
const API = { type: 'providesApi', targetRef: 'api:default/orders' };

function component(
  type: string,
  relations: Entity['relations'],
  docs = true,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'orders',
      ...(docs && { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } }),
    },
    spec: { type },
    relations,
  };
}

describe('gapsOf', () => {
  it.each<[string, Entity, string[]]>([
    ['a complete service', component('service', [TEAM, API]), []],
    [
      'a service without docs',
      component('service', [TEAM, API], false),
      ['docs'],
    ],
    ['a service without API', component('service', [TEAM]), ['api']],
    ['a library, which needs no API', component('library', [TEAM]), []],
    [
      'a service of a person',
      component('service', [{ ...TEAM, targetRef: 'user:default/ada' }, API]),
      ['team'],
    ],
    [
      'one with everything missing',
      component('service', [], false),
      ['docs', 'api', 'team'],
    ],
  ])('%s', (_, entity, expected) => {
    expect(gapsOf(entity)).toEqual(expected);
  });
});
