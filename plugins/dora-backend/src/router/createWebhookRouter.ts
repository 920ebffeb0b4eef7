import { AuthenticationError, InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  createRawBodyReader,
  RequestRate,
  TooManyRequestsError,
} from '@waymark/contract-node';
import { MAX_INGEST_BYTES } from '@waymark/plugin-dora-common';
import type { DeliverySource, IngestRequest } from '@waymark/plugin-dora-node';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { IngestService } from '../ingest/IngestService';
import type { SourceRegistry } from '../ingest/SourceRegistry';

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
  const readBody = createRawBodyReader(MAX_INGEST_BYTES);
  const router = PromiseRouter();

  router.post('/ingest/:source', async (req, res) => {
    const source = sources.webhook(req.params.source);
    const key = `dora.sources.${source.id}.secrets`;
    const secrets = secretsOf(source.id);
    if (secrets.length === 0) {
      throw new AuthenticationError(
        `Webhooks of '${source.id}' are closed; set ${key}`,
      );
    }
    await consume(rate, source.id, req, res);
    const rawBody = await readBody(req, res);
    // Verified on the bytes alone, so that strangers cannot make the server parse.
    const request: IngestRequest = {
      headers: headersOf(req),
      rawBody,
      body: null,
    };
    verify(source, request, secrets, key);
    const body = parse(rawBody, req);
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

async function consume(
  rate: RequestRate,
  source: string,
  req: Request,
  res: Response,
): Promise<void> {
  try {
    await rate.consume(`${source} ${req.ip}`, res);
  } catch (error) {
    throw error instanceof TooManyRequestsError
      ? new TooManyRequestsError(
          `Webhook of '${source}' from ${req.ip}: ${error.message}, or raise dora.ingest.requestsPerMinute`,
        )
      : error;
  }
}

/** The source names the header; where the secret is, only the router knows. */
function verify(
  source: DeliverySource,
  request: IngestRequest,
  secrets: readonly string[],
  key: string,
): void {
  try {
    source.verify(request, secrets);
  } catch (error) {
    throw error instanceof AuthenticationError
      ? new AuthenticationError(`${error.message} (${key})`)
      : error;
  }
}

function parse(body: Buffer, req: Request): JsonValue {
  if (body.length === 0) {
    throw new InputError('body: is empty; send the event as JSON');
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    // What GitHub sends unless it is told otherwise.
    throw new InputError(
      req.is('application/x-www-form-urlencoded')
        ? "body: is a form; set the content type of the webhook to 'application/json'"
        : 'body: not valid JSON',
      error,
    );
  }
}
