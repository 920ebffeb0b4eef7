import { ResponseError, toError } from '@backstage/errors';

/** The server's own words where there are any. */
export function errorText(error: unknown): string {
  return error instanceof ResponseError
    ? error.body.error?.message ?? error.message
    : toError(error).message;
}
