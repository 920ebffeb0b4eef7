import type { MeterProvider } from '@opentelemetry/api';
import type { Request, RequestHandler } from 'express';
import { isHeldOpen } from './isHeldOpen';

/** Seconds; 0.2 and 1 are the objectives of docs/operations/slo.md. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Where a request was mounted, e.g. `/api/catalog`; `/` for pages of the portal.
 * There are as many values as plugins, whatever people ask for.
 */
function routeOf({ originalUrl, baseUrl }: Partial<Request>): string {
  if (originalUrl?.startsWith('/.backstage/')) return '/.backstage';
  // Unset when nothing answered.
  return baseUrl?.split('/').slice(0, 3).join('/') || '/';
}

/**
 * Records `http.server.request.duration`, named and measured as OpenTelemetry's
 * semantic conventions have it. Bucket bounds are the objectives' bounds.
 */
export function measureRequests(meters: MeterProvider): RequestHandler {
  const duration = meters
    .getMeter('waymark')
    .createHistogram('http.server.request.duration', {
      description: 'Duration of HTTP requests',
      unit: 's',
      advice: { explicitBucketBoundaries: BUCKETS },
    });
  return (req, res, next) => {
    if (isHeldOpen(req.path)) {
      next();
      return;
    }
    const from = performance.now();
    res.once('close', () => {
      duration.record((performance.now() - from) / 1000, {
        'http.request.method': req.method,
        // As proxies have it: the caller went away before there was an answer.
        'http.response.status_code': res.headersSent ? res.statusCode : 499,
        'http.route': routeOf(req),
      });
    });
    next();
  };
}
