import { defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import { doraMetricReadPermission } from '../permissions';
import { pageOf } from '../schemas/common';
import {
  changeSchema,
  deploymentSchema,
  incidentSchema,
} from '../schemas/facts';
import { flag, listQuery } from './parameters';

/** What figures open into: lists of a scope in a window. */
export const listsEndpoints = {
  listDeployments: defineEndpoint({
    method: 'get',
    path: '/deployments',
    summary: 'Deployments of a scope in a window, newest first',
    permission: doraMetricReadPermission,
    query: z.object({
      ...listQuery,
      /** Only those that figures count. */
      counted: flag.optional(),
      failed: flag.optional(),
      unplanned: flag.optional(),
      /** Failed and not recovered. */
      open: flag.optional(),
      environment: z.string().max(200).optional(),
    }),
    response: pageOf(deploymentSchema),
  }),
  listChanges: defineEndpoint({
    method: 'get',
    path: '/changes',
    summary:
      'Changes that were deployed in a window (or are merged and wait), slowest first on request',
    permission: doraMetricReadPermission,
    query: z.object({
      ...listQuery,
      /** Only lead-time samples. */
      sample: flag.optional(),
      /** Merged in the window, not deployed yet. */
      undeployed: flag.optional(),
      deploymentId: z.string().max(100).optional(),
      sort: z
        .enum(['newest', 'lead', 'coding', 'pickup', 'review', 'deploy'])
        .default('newest'),
      /** Samples whose sorted duration lies in [min, max) seconds: one bar of a distribution. */
      minSeconds: z.coerce.number<number>().nonnegative().optional(),
      maxSeconds: z.coerce.number<number>().nonnegative().optional(),
    }),
    response: pageOf(changeSchema),
  }),
  listIncidents: defineEndpoint({
    method: 'get',
    path: '/incidents',
    summary: 'Incidents whose impact started in a window, newest first',
    permission: doraMetricReadPermission,
    query: z.object({
      ...listQuery,
      open: flag.optional(),
      linked: flag.optional(),
    }),
    response: pageOf(incidentSchema),
  }),
};
