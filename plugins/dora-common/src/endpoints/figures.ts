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

/** A wall of dashboards asks for twenty figures a second and more. */
const FIGURES_PER_MINUTE = 3_000;

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
    requestsPerMinute: FIGURES_PER_MINUTE,
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
