import { parseRemote } from '@waymark/git-node';
import { AccessProblemCode } from '../database/IngestionStore';

const MOST_REFUSALS = 5;
/** What the next repository of the same host would most likely meet too. */
const OF_THE_HOST: AccessProblemCode[] = [
  'unauthorized',
  'timeout',
  'unreachable',
];

/**
 * Keeps one scan from asking a host again and again that refuses everybody or
 * answers nobody: a thousand refused logins lock an account, a thousand
 * timeouts hold up all other repositories.
 */
export class HostBreaker {
  readonly #inARow = new Map<
    string,
    { code: AccessProblemCode; count: number }
  >();

  /** Why a repository is not asked; undefined when it is. */
  refusal(
    url: string,
  ): { code: AccessProblemCode; reason: string } | undefined {
    const host = hostOf(url);
    const last = host && this.#inARow.get(host);
    return last && last.count >= MOST_REFUSALS
      ? {
          code: last.code,
          reason: `${host} was not asked: ${last.count} of its repositories in a row failed the same way in this scan`,
        }
      : undefined;
  }

  /** Counts how an attempt went; undefined for one that went well. */
  record(url: string, code: AccessProblemCode | undefined): void {
    const host = hostOf(url);
    if (!host) {
      return;
    }
    if (code === undefined || !OF_THE_HOST.includes(code)) {
      this.#inARow.delete(host);
      return;
    }
    const last = this.#inARow.get(host);
    const count = last?.code === code ? last.count + 1 : 1;
    this.#inARow.set(host, { code, count });
  }
}

/** Repositories on disk have no host: each is read for itself. */
function hostOf(url: string): string | undefined {
  const remote = parseRemote(url);
  return remote.kind === 'local' ? undefined : remote.host;
}
