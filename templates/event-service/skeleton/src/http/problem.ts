import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

/** An answer that says what is wrong, as RFC 9457 has it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly errors: readonly { field: string; message: string }[];

  constructor(
    status: number,
    title: string,
    errors: readonly { field: string; message: string }[] = [],
  ) {
    super(title);
    this.status = status;
    this.errors = errors;
  }
}

export function sendProblem(
  reply: FastifyReply,
  { status, message, errors }: Problem,
): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ title: message, status, ...(errors.length > 0 ? { errors } : {}) });
}

export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new Problem(
    400,
    'The request is not valid.',
    read.error.issues.map(({ path, message }) => ({
      field: path.join('.') || 'body',
      message,
    })),
  );
}
