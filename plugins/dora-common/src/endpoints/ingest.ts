import { defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import {
  doraEventCreatePermission,
  doraImportPermission,
} from '../permissions';
import { importReplySchema, ingestReplySchema } from '../schemas/ingest';
import { MAX_INGEST_BYTES } from '../webhooks';

const INGEST_REQUESTS_PER_MINUTE = 12_000;

/** Takes events in, as they happen or all at once. */
export const ingestEndpoints = {
  createEvents: defineEndpoint({
    method: 'post',
    path: '/events',
    summary:
      'Takes CDEvents: bare, as CloudEvents (structured, binary or batch), or an array of up to 1,000',
    permission: doraEventCreatePermission,
    body: z.unknown(),
    contentTypes: [
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ],
    maxBodyBytes: MAX_INGEST_BYTES,
    requestsPerMinute: INGEST_REQUESTS_PER_MINUTE,
    status: 202,
    response: ingestReplySchema,
    audit: { eventId: 'event-create', severity: 'low' },
  }),
  importEvents: defineEndpoint({
    method: 'post',
    path: '/import',
    summary:
      'Takes history of any length; the same again changes nothing, so a broken import is repeated as a whole',
    permission: doraImportPermission,
    query: z.object({
      origin: z.enum(['import', 'example']).default('import'),
    }),
    stream: {
      contentTypes: ['application/x-ndjson', 'application/jsonl'],
      summary:
        'One event a line: a CDEvent, a CloudEvent, or {"source": "github", "headers": {...}, "body": {...}} as the source itself sends it; gzip or plain',
    },
    status: 202,
    response: importReplySchema,
    audit: { eventId: 'event-import' },
  }),
};
