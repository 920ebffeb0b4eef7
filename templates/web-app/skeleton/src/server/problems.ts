import { STATUS_CODES } from 'node:http';
import type {
  FastifyError,
  FastifyReply,
  FastifyRequest,
  FastifySchemaValidationError,
} from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import {
  PROBLEM_TYPE,
  problem,
  type FieldProblem,
  type Problem,
} from '../contract/problem.ts';
import { currentSpan } from './traceId.ts';

/** An error that the caller can do something about; its message is shown to them. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  readonly status: number;
  readonly errors: FieldProblem[] | undefined;

  constructor(status: number, message: string, errors?: FieldProblem[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

const PLACES: Record<string, FieldProblem['in']> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header',
};

/** The fields that an issue is about: unknown ones are named in its parameters, not in its path. */
function fieldsOf({ instancePath, params }: FastifySchemaValidationError) {
  return Array.isArray(params.keys)
    ? params.keys.map(String)
    : [instancePath.split('/').filter(Boolean).join('.')];
}

function fieldProblems(
  place: FieldProblem['in'],
  issues: readonly FastifySchemaValidationError[],
): FieldProblem[] {
  return issues.flatMap(issue =>
    fieldsOf(issue).map(field => ({
      in: place,
      field: field || place,
      message: issue.message ?? 'This value is not allowed.',
    })),
  );
}

/** What the caller is told about any error; nothing of the inside when it is our fault. */
function asHttpProblem(error: FastifyError | HttpProblem): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = fieldProblems(
      PLACES[error.validationContext ?? 'body'] ?? 'body',
      error.validation,
    );
    const detail = errors.map(each => `${each.field}: ${each.message}`);
    return new HttpProblem(400, detail.join(' '), errors);
  }
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500
    ? new HttpProblem(status, error.message)
    : new HttpProblem(
        status >= 500 ? status : 500,
        'Something went wrong here. Try again; if it stays, report the trace id.',
      );
}

function send(request: FastifyRequest, reply: FastifyReply, what: HttpProblem) {
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[what.status] ?? 'Error',
    status: what.status,
    detail: what.message,
    instance: request.url,
    ...(what.errors ? { errors: what.errors } : {}),
    traceId: currentSpan()?.traceId,
  };
  return reply.code(what.status).type(PROBLEM_TYPE).send(body);
}

export function answerError(
  error: FastifyError | HttpProblem,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const what = asHttpProblem(error);
  if (what.status >= 500) {
    request.log.error({ err: error }, 'request failed');
  }
  return send(request, reply, what);
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply) {
  const { pathname } = new URL(request.url, 'http://localhost');
  return send(
    request,
    reply,
    new HttpProblem(404, `There is nothing at ${request.method} ${pathname}.`),
  );
}

/** The entry of a route's `response` for the errors that it can answer with. */
export function problemResponse(description: string) {
  return { description, content: { [PROBLEM_TYPE]: { schema: problem } } };
}
