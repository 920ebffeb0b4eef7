import { InputError } from '@backstage/errors';

const MAX_REF_LENGTH = 250;
const REF = /^[\p{L}\p{N}_][\p{L}\p{N}._/+@=#-]*$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const FORBIDDEN_IN_REF = ['..', '@{', '//', '/.', '.lock/'];

/**
 * A branch, tag or commit id that is safe as an argument: it cannot be read as
 * an option, a range, a reflog entry or a path.
 */
export function assertRef(ref: string): string {
  const refused =
    ref.length > MAX_REF_LENGTH ||
    !REF.test(ref) ||
    FORBIDDEN_IN_REF.some(part => ref.includes(part)) ||
    ref.endsWith('/') ||
    ref.endsWith('.') ||
    ref.endsWith('.lock');
  if (refused) {
    throw new InputError(
      `Not a valid Git ref: ${JSON.stringify(ref.slice(0, MAX_REF_LENGTH))}`,
    );
  }
  return ref;
}

export function isCommitId(value: string): boolean {
  return COMMIT.test(value);
}

export function assertCommit(commit: string): string {
  if (!isCommitId(commit)) {
    throw new InputError(
      `Not a full commit id: ${JSON.stringify(commit.slice(0, 80))}`,
    );
  }
  return commit;
}

/**
 * A path inside a tree: relative, with `/`, without `.` or `..` segments. The
 * empty string is the root.
 */
export function assertTreePath(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  if (trimmed === '') {
    return '';
  }
  const bad = trimmed
    .split('/')
    .some(part => part === '' || part === '.' || part === '..');
  // eslint-disable-next-line no-control-regex -- they are what is refused
  if (bad || /[\u0000-\u001f\\]/.test(trimmed)) {
    throw new InputError(
      `Not a path inside a repository: ${JSON.stringify(path.slice(0, 200))}`,
    );
  }
  return trimmed;
}
