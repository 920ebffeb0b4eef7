import { ResponseError, toError } from '@backstage/errors';

/** The server's own words where there are any, else what the browser says. */
export function errorMessage(error: unknown): string {
  if (error instanceof ResponseError) {
    return error.body.error?.message ?? error.message;
  }
  return toError(error).message;
}
