import { AuthenticationError, InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { createRawBodyReader, RequestRate } from '@waymark/contract-node';
import type { IngestRequest } from '@waymark/plugin-dora-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { IngestService } from '../ingest/IngestService';
import type { SourceRegistry } from '../ingest/SourceRegistry';

const MAX_BODY_BYTES = 5_000_000;

/**
 * `POST /ingest/<source>`: webhooks, whose senders have no token of the portal
 * but sign what they send. Nothing is believed, parsed or stored before the
 * signature of the bytes is verified.
 */
export function createWebhookRouter(options: {
  sources: SourceRegistry;
  ingest: IngestService;
  secretsOf: (source: string) => readonly string[];
  requestsPerMinute: number;
}): Router {
  const { sources, ingest, secretsOf, requestsPerMinute } = options;
  const rate = new RequestRate(requestsPerMinute);
  const readBody = createRawBodyReader(MAX_BODY_BYTES);
  const router = PromiseRouter();

  router.post('/ingest/:source', async (req, res) => {
    const source = sources.get(req.params.source);
    const secrets = secretsOf(source.id);
    if (secrets.length === 0) {
      throw new AuthenticationError(
        `Webhooks of '${source.id}' are closed; set dora.sources.${source.id}.secrets`,
      );
    }
    await rate.consume(`${source.id} ${req.ip}`, res);
    const rawBody = await readBody(req, res);
    // Verified on the bytes alone, so that strangers cannot make the server parse.
    const request: IngestRequest = {
      headers: headersOf(req),
      rawBody,
      body: null,
    };
    source.verify(request, secrets);
    const body = parse(rawBody);
    const reply = await ingest.take(
      { source, request: { ...request, body } },
      'live',
    );
    res.status(202).json(reply);
  });
  return router;
}

function headersOf(req: Request): IngestRequest['headers'] {
  return Object.fromEntries(
    Object.entries(req.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

function parse(body: Buffer): JsonValue {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new InputError('body: not valid JSON', error);
  }
}
