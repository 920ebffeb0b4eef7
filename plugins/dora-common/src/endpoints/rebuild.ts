import { defineEndpoint } from '@waymark/contract-common';
import { doraRebuildPermission } from '../permissions';
import { rebuildSchema } from '../schemas/ingest';

/** Everything again, from the raw events. */
export const rebuildEndpoints = {
  startRebuild: defineEndpoint({
    method: 'post',
    path: '/rebuild',
    summary: 'Derives everything from the raw events again',
    permission: doraRebuildPermission,
    status: 202,
    response: rebuildSchema,
    audit: { eventId: 'rebuild-start' },
  }),
  getRebuild: defineEndpoint({
    method: 'get',
    path: '/rebuild',
    summary: 'How far a rebuild is',
    permission: doraRebuildPermission,
    response: rebuildSchema,
  }),
};
