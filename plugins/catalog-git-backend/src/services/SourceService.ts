import { posix } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import {
  GitProviderConfig,
  GitRepository,
  GitService,
  GitTreeEntry,
  assertTreePath,
  listRepositories,
  openAtRef,
} from '@waymark/git-node';
import { Source } from '@waymark/plugin-catalog-git-common';
import { IngestionStore, KnownRepository } from '../database/IngestionStore';
import { decodeText } from '../domain/decodeText';

const MAX_TEXT_BYTES = 1024 * 1024;
const MAX_ENTRIES = 5_000;

interface Place {
  repository: string;
  provider: string;
  path: string;
  ref: string;
  commit: string;
}

/** Shows files and folders of the repositories that the catalog is fed from. */
export class SourceService {
  readonly #git: GitService;
  readonly #store: IngestionStore;
  readonly #providers: GitProviderConfig[];

  constructor(options: {
    git: GitService;
    store: IngestionStore;
    providers: GitProviderConfig[];
  }) {
    this.#git = options.git;
    this.#store = options.store;
    this.#providers = options.providers;
  }

  /**
   * @throws NotFoundError for a repository that no scan found, a ref or a path
   * that does not exist
   */
  async read(options: {
    name: string;
    provider?: string;
    ref?: string;
    path: string;
    signal?: AbortSignal;
  }): Promise<Source> {
    const { signal } = options;
    const path = assertTreePath(options.path);
    const { known, url } = await this.#find(options);
    const ref = options.ref ?? known.branch ?? 'HEAD';
    const { repository, commit } = await openAtRef(this.#git, {
      url,
      ref,
      signal,
    });
    const place: Place = {
      repository: known.name,
      provider: known.provider,
      path,
      ref,
      commit,
    };
    const entry =
      path === '' ? undefined : await repository.stat({ commit, path, signal });
    if (path !== '' && !entry) {
      throw new NotFoundError(
        `There is no '${path}' in ${known.name} at '${ref}'`,
      );
    }
    return entry && entry.type !== 'tree'
      ? readFile(repository, entry, place, signal)
      : readDirectory(repository, place, signal);
  }

  async #find(options: { name: string; provider?: string }) {
    const candidates = this.#providers.filter(
      p => options.provider === undefined || p.id === options.provider,
    );
    for (const provider of candidates) {
      const known = await this.#store.getKnown({
        provider: provider.id,
        name: options.name,
      });
      const url = known && (await addressOf(known, provider));
      if (known && url) {
        return { known, url };
      }
    }
    throw new NotFoundError(`There is no known repository ${options.name}`);
  }
}

/** The stored address lacks credentials; that of a remote comes from the configuration. */
async function addressOf(known: KnownRepository, provider: GitProviderConfig) {
  if (provider.root) {
    return known.url;
  }
  const listings = await listRepositories(provider);
  return listings.find(listing => listing.name === known.name)?.url;
}

async function readDirectory(
  repository: GitRepository,
  place: Place,
  signal?: AbortSignal,
): Promise<Source> {
  const entries = await repository.lsTree({
    commit: place.commit,
    path: place.path,
    maxEntries: MAX_ENTRIES,
    signal,
  });
  return {
    kind: 'directory',
    ...place,
    entries: entries.map(entry => ({
      name: posix.basename(entry.path),
      path: entry.path,
      type: typeOf(entry),
      size: entry.size ?? null,
    })),
  };
}

async function readFile(
  repository: GitRepository,
  entry: GitTreeEntry,
  place: Place,
  signal?: AbortSignal,
): Promise<Source> {
  const type = typeOf(entry);
  if (type === 'symlink' || type === 'submodule') {
    return { kind: 'file', ...place, size: null, text: null, reason: type };
  }
  const [blob] = await repository.readBlobs({
    ids: [entry.id],
    maxBytes: MAX_TEXT_BYTES,
    signal,
  });
  if (blob.status !== 'ok') {
    const size = blob.status === 'too-large' ? blob.size : null;
    return { kind: 'file', ...place, size, text: null, reason: 'too-large' };
  }
  const size = blob.content.length;
  const decoded = decodeText(blob.content);
  return decoded.status === 'ok'
    ? { kind: 'file', ...place, size, text: decoded.text, reason: null }
    : { kind: 'file', ...place, size, text: null, reason: 'binary' };
}

function typeOf(entry: GitTreeEntry) {
  if (entry.mode === '120000') {
    return 'symlink' as const;
  }
  const types = {
    blob: 'file',
    tree: 'directory',
    commit: 'submodule',
  } as const;
  return types[entry.type];
}
