import { InputError, NotFoundError, stringifyError } from '@backstage/errors';
import { GitCommandError, redact } from '@waymark/git-node';
import { AccessProblemCode } from '../database/IngestionStore';

const MAX_REASON = 500;

/** Names why a repository could not be read, and says it without secrets. */
export function failureOf(error: unknown): {
  code: AccessProblemCode;
  reason: string;
} {
  return {
    code: codeOf(error),
    reason: redact(stringifyError(error)).slice(0, MAX_REASON),
  };
}

function codeOf(error: unknown): AccessProblemCode {
  if (error instanceof GitCommandError) {
    // An answer that is too large is a remote that cannot be used.
    return error.failure === 'too-large' ? 'unreachable' : error.failure;
  }
  if (error instanceof NotFoundError) {
    return 'not-found';
  }
  return error instanceof InputError ? 'bad-branch' : 'unreachable';
}
