import { defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import { doraMetricReadPermission } from '../permissions';
import { entityRefSchema } from '../schemas/common';
import {
  changeDetailSchema,
  deploymentDetailSchema,
  incidentDetailSchema,
  rawEventSchema,
} from '../schemas/facts';
import { idParams } from './parameters';

/** One thing, with what it is connected to and the events that said so. */
export const detailsEndpoints = {
  getDeployment: defineEndpoint({
    method: 'get',
    path: '/deployments/:id',
    summary: 'A deployment with what it shipped, broke and came from',
    permission: doraMetricReadPermission,
    params: idParams,
    response: deploymentDetailSchema,
  }),
  getChange: defineEndpoint({
    method: 'get',
    path: '/changes/:id',
    summary: 'A change in a service, with its commits, deployment and events',
    permission: doraMetricReadPermission,
    params: idParams,
    query: z.object({ service: entityRefSchema.optional() }),
    response: changeDetailSchema,
  }),
  getIncident: defineEndpoint({
    method: 'get',
    path: '/incidents/:id',
    summary: 'An incident with its cause, what else could be it, and events',
    permission: doraMetricReadPermission,
    params: idParams,
    response: incidentDetailSchema,
  }),
  getEvent: defineEndpoint({
    method: 'get',
    path: '/events/:id',
    summary: 'An event as it came, without the names of people',
    permission: doraMetricReadPermission,
    params: idParams,
    response: rawEventSchema,
  }),
};
