import { defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import {
  doraDeploymentUpdatePermission,
  doraIncidentUpdatePermission,
} from '../permissions';
import { deploymentSchema, incidentSchema } from '../schemas/facts';
import { idParams, reason } from './parameters';

/** What people know better than the sources do. */
export const decisionsEndpoints = {
  setIncidentCause: defineEndpoint({
    method: 'put',
    path: '/incidents/:id/cause',
    summary: 'Decides which deployment caused an incident, or that none did',
    permission: doraIncidentUpdatePermission,
    params: idParams,
    body: z.object({
      /** A deployment of the same service; null: none did. */
      deploymentId: z.string().max(100).nullable(),
      reason,
    }),
    response: incidentSchema,
    audit: { eventId: 'incident-cause-set' },
  }),
  clearIncidentCause: defineEndpoint({
    method: 'delete',
    path: '/incidents/:id/cause',
    summary: 'Takes back a decision about the cause of an incident',
    permission: doraIncidentUpdatePermission,
    params: idParams,
    response: incidentSchema,
    audit: { eventId: 'incident-cause-clear' },
  }),
  setDeploymentClassification: defineEndpoint({
    method: 'put',
    path: '/deployments/:id/classification',
    summary: 'Decides what kind of deployment this was',
    permission: doraDeploymentUpdatePermission,
    params: idParams,
    body: z.object({
      kind: z.enum(['deploy', 'redeploy', 'rollback']).optional(),
      unplanned: z.boolean().optional(),
      failed: z.boolean().optional(),
      reason,
    }),
    response: deploymentSchema,
    audit: { eventId: 'deployment-classification-set' },
  }),
  clearDeploymentClassification: defineEndpoint({
    method: 'delete',
    path: '/deployments/:id/classification',
    summary: 'Takes back a decision about a deployment',
    permission: doraDeploymentUpdatePermission,
    params: idParams,
    response: deploymentSchema,
    audit: { eventId: 'deployment-classification-clear' },
  }),
};
