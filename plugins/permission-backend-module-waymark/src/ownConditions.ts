import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Person } from './domain/decide';

type OwnCondition = (person: Person) => ConditionalPolicyDecision;

/**
 * How "only one's own" is said to the plugin that has the resource, by resource
 * type. Names and parameters of the rules are the API of those plugins.
 */
const ownConditions: Readonly<Record<string, OwnCondition>> = {
  'scaffolder-task': ({ userEntityRef }) => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scaffolder',
    resourceType: 'scaffolder-task',
    conditions: {
      rule: 'IS_TASK_OWNER',
      resourceType: 'scaffolder-task',
      params: { createdBy: [userEntityRef] },
    },
  }),
  'catalog-entity': ({ ownershipEntityRefs }) => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: {
      rule: 'IS_ENTITY_OWNER',
      resourceType: 'catalog-entity',
      params: { claims: [...ownershipEntityRefs] },
    },
  }),
};

/** The condition for a resource type, if there is a notion of "own" for it. */
export function ownCondition(
  resourceType: string,
  person: Person,
): ConditionalPolicyDecision | undefined {
  return Object.hasOwn(ownConditions, resourceType)
    ? ownConditions[resourceType](person)
    : undefined;
}
