import type { FieldProblem, Problem } from '../../contract/problem.ts';

/** A request that failed, in words for the person who made it. */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly errors: readonly FieldProblem[];
  /** By this the server's logs are found. */
  readonly traceId: string | undefined;

  constructor({
    detail,
    errors = [],
    traceId,
  }: Pick<Problem, 'detail' | 'errors' | 'traceId'>) {
    super(detail);
    this.errors = errors;
    this.traceId = traceId;
  }

  static unreachable() {
    return new RequestError({
      detail:
        'The server cannot be reached. Check the connection and try again.',
    });
  }

  /** From an answer that is no success, whoever on the way gave it. */
  static async from(response: Response) {
    const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
    const detail = body.detail ?? `The server answered ${response.status}.`;
    return new RequestError({ ...body, detail });
  }

  /** What is wrong with one field, if anything. */
  about(field: string): string | undefined {
    return this.errors.find(error => error.field === field)?.message;
  }
}
