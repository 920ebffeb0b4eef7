import { ProblemDraft } from './types';

const MAX_REASON = 500;
/** Bytes, as in the tree; paths are part of keys, whose size Postgres bounds. */
export const MAX_PATH_BYTES = 1_000;
const MAX_PATH_SHOWN = 250;
const MAX_ENTITY_REF = 400;

/**
 * A problem as it can be stored and shown: whoever pushes chooses names, paths
 * and values, and an error quotes them.
 */
export function boundProblem<T extends ProblemDraft>(problem: T): T {
  const { entityRef } = problem;
  return {
    ...problem,
    path:
      Buffer.byteLength(problem.path) > MAX_PATH_BYTES
        ? plainText(problem.path, MAX_PATH_SHOWN)
        : problem.path.replace(/\p{Cc}/gu, '\uFFFD'),
    reason: plainText(problem.reason, MAX_REASON),
    // Longer than any entity can be called, so it names none.
    entityRef:
      entityRef && entityRef.length <= MAX_ENTITY_REF
        ? plainText(entityRef, MAX_ENTITY_REF)
        : undefined,
  };
}

/** Text that Postgres stores and a page can show, and no more of it than this. */
function plainText(text: string, length: number): string {
  const plain = text
    .slice(0, length + 1)
    .replace(/[\p{Cc}\p{Surrogate}]/gu, '\uFFFD');
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
