import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Endpoint } from '@waymark/contract-common';
import type { Request } from 'express';

interface AuditOptions {
  endpoint: Endpoint;
  req: Request;
  auditor: AuditorService;
}

/**
 * Runs a handler inside an audit event, if the endpoint asks for one.
 *
 * The event has the path parameters and the permission, never the body: bodies
 * carry people's answers and credentials.
 */
export async function withAudit<T>(
  { endpoint, req, auditor }: AuditOptions,
  handler: () => Promise<T>,
): Promise<T> {
  const { audit, permission } = endpoint;
  if (!audit) {
    return handler();
  }
  const meta: JsonObject = {
    permission: permission.name,
    params: { ...req.params },
  };
  const event = await auditor.createEvent({
    eventId: audit.eventId,
    severityLevel: audit.severity ?? 'medium',
    request: req,
    meta,
  });
  let result: T;
  try {
    result = await handler();
  } catch (error) {
    await event.fail({ error: toError(error) as Error });
    throw error;
  }
  await event.success();
  return result;
}
