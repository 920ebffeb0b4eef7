import { defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import { doraMetricReadPermission } from '../permissions';
import {
  entityRefSchema,
  intervalSchema,
  windowQuery,
} from '../schemas/common';
import {
  distributionSchema,
  durationMetricSchema,
  healthSchema,
  metricsSchema,
} from '../schemas/metrics';

/** Figures of a scope in a window. */
export const figuresEndpoints = {
  getMetrics: defineEndpoint({
    method: 'get',
    path: '/metrics',
    summary: 'The five delivery metrics of a scope in a window',
    permission: doraMetricReadPermission,
    query: z.object({
      ...windowQuery,
      interval: intervalSchema.default('week'),
    }),
    response: metricsSchema,
  }),
  getDistribution: defineEndpoint({
    method: 'get',
    path: '/distribution',
    summary: 'How a duration is distributed',
    permission: doraMetricReadPermission,
    query: z.object({ ...windowQuery, metric: durationMetricSchema }),
    response: distributionSchema,
  }),
  getHealth: defineEndpoint({
    method: 'get',
    path: '/health',
    summary: 'Delivery health of up to 100 services, for catalog pages',
    permission: doraMetricReadPermission,
    query: z.object({ service: z.array(entityRefSchema).min(1).max(100) }),
    response: z.object({ items: z.array(healthSchema) }),
  }),
};
