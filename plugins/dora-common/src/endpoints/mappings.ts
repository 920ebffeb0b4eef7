import { defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import {
  doraTriageReadPermission,
  doraTriageUpdatePermission,
} from '../permissions';
import {
  entityRefSchema,
  localDateSchema,
  pageOf,
  pageQuery,
} from '../schemas/common';
import {
  mappingSchema,
  storedMappingSchema,
  triageItemSchema,
} from '../schemas/ingest';
import { idParams } from './parameters';

/** What names of sources stand for. */
export const mappingsEndpoints = {
  listTriage: defineEndpoint({
    method: 'get',
    path: '/triage',
    summary: 'Services and environments that nobody has mapped yet',
    permission: doraTriageReadPermission,
    query: z.object({
      ...pageQuery,
      kind: z.enum(['service', 'environment']).optional(),
    }),
    response: pageOf(triageItemSchema),
  }),
  listMappings: defineEndpoint({
    method: 'get',
    path: '/mappings',
    summary: 'What names of sources stand for',
    permission: doraTriageReadPermission,
    query: z.object(pageQuery),
    response: pageOf(storedMappingSchema),
  }),
  previewMapping: defineEndpoint({
    method: 'post',
    path: '/mappings/preview',
    summary: 'How many events a mapping would attribute, without doing it',
    permission: doraTriageReadPermission,
    body: mappingSchema,
    response: z.object({
      events: z.number().int(),
      services: z.array(entityRefSchema),
      /** Figures of these local dates would change. */
      from: localDateSchema.nullable(),
      to: localDateSchema.nullable(),
    }),
    audit: { eventId: 'mapping-preview', severity: 'low' },
  }),
  putMapping: defineEndpoint({
    method: 'put',
    path: '/mappings',
    summary: 'Says what a name stands for; every figure follows',
    permission: doraTriageUpdatePermission,
    body: mappingSchema,
    response: storedMappingSchema,
    audit: { eventId: 'mapping-put' },
  }),
  deleteMapping: defineEndpoint({
    method: 'delete',
    path: '/mappings/:id',
    summary: 'Takes back a mapping; its events go back to triage',
    permission: doraTriageUpdatePermission,
    params: idParams,
    response: z.null(),
    status: 204,
    audit: { eventId: 'mapping-delete' },
  }),
};
