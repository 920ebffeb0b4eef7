import { MirrorCache } from './mirrors/MirrorCache';
import { GitCredentials } from './remotes/credentials';
import { publishFolder } from './publishFolder';
import { localGitDir } from './remotes/localGitDir';
import { parseRemote } from './remotes/parseRemote';
import { readLocalHead, readRemoteHead } from './remotes/readHead';
import { CliGitRepository } from './repository/CliGitRepository';
import { GitHead, GitPublication, GitRepository, GitService } from './types';

/** {@link GitService} on the system's `git`. */
export class CliGitService implements GitService {
  readonly #credentials: GitCredentials;
  readonly #mirrors: MirrorCache;
  readonly #headTimeoutMs?: number;

  constructor(options: {
    credentials: GitCredentials;
    /** Where mirrors of remotes are kept. */
    cacheDirectory: string;
    /** How long one question where a branch is may take; default 30 seconds. */
    headTimeoutMs?: number;
    /** Largest download of one fetch; default 2 GiB. */
    maxFetchBytes?: number;
  }) {
    this.#credentials = options.credentials;
    this.#headTimeoutMs = options.headTimeoutMs;
    this.#mirrors = new MirrorCache({
      directory: options.cacheDirectory,
      maxFetchBytes: options.maxFetchBytes,
    });
  }

  async head(options: {
    url: string;
    branch?: string;
    signal?: AbortSignal;
  }): Promise<GitHead> {
    const { branch, signal } = options;
    const timeoutMs = this.#headTimeoutMs;
    const remote = parseRemote(options.url);
    if (remote.kind === 'local') {
      const gitDir = await localGitDir(remote.path);
      return readLocalHead({ gitDir, branch, timeoutMs, signal });
    }
    const config = await this.#credentials.configFor(remote);
    return readRemoteHead({ remote, branch, config, timeoutMs, signal });
  }

  async open(options: {
    url: string;
    commit?: string;
    maxAgeMs?: number;
    signal?: AbortSignal;
  }): Promise<GitRepository> {
    const remote = parseRemote(options.url);
    if (remote.kind === 'local') {
      const gitDir = await localGitDir(remote.path);
      return new CliGitRepository({
        url: remote.path,
        access: { gitDir, partial: false },
      });
    }
    const config = await this.#credentials.configFor(remote);
    const gitDir = await this.#mirrors.get({ ...options, remote, config });
    const allowHttp = remote.kind === 'http' && remote.plain;
    return new CliGitRepository({
      url: remote.url,
      access: { gitDir, config, allowHttp, partial: true },
    });
  }

  publishFolder(options: GitPublication) {
    return publishFolder({ ...options, credentials: this.#credentials });
  }
}
