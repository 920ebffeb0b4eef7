import { defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import {
  doraTriageReadPermission,
  doraTriageUpdatePermission,
} from '../permissions';
import { pageOf, pageQuery } from '../schemas/common';
import {
  qualitySchema,
  rejectedEventSchema,
  rejectionCodeSchema,
} from '../schemas/ingest';

/** What could not be used, and how complete the rest is. */
export const qualityEndpoints = {
  listRejected: defineEndpoint({
    method: 'get',
    path: '/rejected',
    summary: 'Events that could not be used, with the reason, newest first',
    permission: doraTriageReadPermission,
    query: z.object({
      ...pageQuery,
      source: z.string().max(100).optional(),
      code: rejectionCodeSchema.optional(),
    }),
    response: pageOf(rejectedEventSchema),
  }),
  replayRejected: defineEndpoint({
    method: 'post',
    path: '/rejected/replay',
    summary: 'Tries rejected events again: some, or all of a source',
    permission: doraTriageUpdatePermission,
    body: z.object({
      ids: z.array(z.string().max(100)).max(1_000).optional(),
      source: z.string().max(100).optional(),
    }),
    status: 202,
    response: z.object({ queued: z.number().int() }),
    audit: { eventId: 'rejected-replay' },
  }),
  getQuality: defineEndpoint({
    method: 'get',
    path: '/quality',
    summary: 'How complete the data is, and how things were linked',
    permission: doraTriageReadPermission,
    response: qualitySchema,
  }),
};
