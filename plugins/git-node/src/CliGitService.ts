import { MirrorCache } from './mirrors/MirrorCache';
import { GitCredentials } from './remotes/credentials';
import { localGitDir } from './remotes/localGitDir';
import { parseRemote } from './remotes/parseRemote';
import { readLocalHead, readRemoteHead } from './remotes/readHead';
import { CliGitRepository } from './repository/CliGitRepository';
import { GitHead, GitRepository, GitService } from './types';

/** {@link GitService} on the system's `git`. */
export class CliGitService implements GitService {
  readonly #credentials: GitCredentials;
  readonly #mirrors: MirrorCache;

  constructor(options: {
    credentials: GitCredentials;
    /** Where mirrors of remotes are kept. */
    cacheDirectory: string;
  }) {
    this.#credentials = options.credentials;
    this.#mirrors = new MirrorCache({ directory: options.cacheDirectory });
  }

  async head(options: {
    url: string;
    branch?: string;
    signal?: AbortSignal;
  }): Promise<GitHead> {
    const { branch, signal } = options;
    const remote = parseRemote(options.url);
    if (remote.kind === 'local') {
      const gitDir = await localGitDir(remote.path);
      return readLocalHead({ gitDir, branch, signal });
    }
    const config = await this.#credentials.configFor(remote);
    return readRemoteHead({ remote, branch, config, signal });
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
}
