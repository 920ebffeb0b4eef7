import { Readable } from 'node:stream';
import {
  ReadTreeResponseFactory,
  ReadUrlResponseFactory,
} from '@backstage/backend-defaults/urlReader';
import {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, NotModifiedError } from '@backstage/errors';
import {
  GitRepository,
  GitService,
  GitTreeEntry,
  buildLocationUrl,
  openAtRef,
} from '@waymark/git-node';
import picomatch from 'picomatch';
import { LocatedPlace, RepositoryLocator } from './RepositoryLocator';

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_SEARCH_RESULTS = 1_000;

interface OpenPlace extends LocatedPlace {
  tree: GitRepository;
  commit: string;
}

/**
 * Reads configured Git repositories through their location URLs. ETags are
 * object ids: of the blob for a file, of the tree for a folder, of the commit
 * for a search.
 */
export class GitUrlReader implements UrlReaderService {
  readonly #git: GitService;
  readonly #locator: RepositoryLocator;
  readonly #treeResponses: ReadTreeResponseFactory;

  constructor(options: {
    git: GitService;
    locator: RepositoryLocator;
    treeResponseFactory: ReadTreeResponseFactory;
  }) {
    this.#git = options.git;
    this.#locator = options.locator;
    this.#treeResponses = options.treeResponseFactory;
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const place = await this.#open(url, options?.signal);
    const entry = await stat(place, options?.signal);
    assertFile(entry, url);
    if (options?.etag === entry.id) {
      throw new NotModifiedError();
    }
    const content = await readBlob(place, entry, options?.signal);
    return ReadUrlResponseFactory.fromReadable(Readable.from([content]), {
      etag: entry.id,
    });
  }

  async readTree(
    url: string,
    options?: UrlReaderServiceReadTreeOptions,
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const { signal } = options ?? {};
    const place = await this.#open(url, signal);
    const { tree, commit, path } = place;
    const entry = path === '' ? undefined : await stat(place, signal);
    if (entry && entry.type !== 'tree') {
      throw new NotFoundError(`${url} is not a folder`);
    }
    const etag = entry?.id ?? commit;
    if (options?.etag === etag) {
      throw new NotModifiedError();
    }
    return this.#treeResponses.fromTarArchive({
      stream: await tree.archive({ commit, path, signal }),
      etag,
      filter: options?.filter,
      stripFirstDirectory: false,
    });
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    const { signal } = options ?? {};
    const place = await this.#open(url, signal);
    if (options?.etag === place.commit) {
      throw new NotModifiedError();
    }
    const entries = await findEntries(place, signal);
    return {
      etag: place.commit,
      files: entries.map(entry => ({
        url: buildLocationUrl({ ...place, kind: 'blob', path: entry.path }),
        content: () => readBlob(place, entry),
      })),
    };
  }

  toString(): string {
    return 'git';
  }

  async #open(url: string, signal?: AbortSignal): Promise<OpenPlace> {
    const place = await this.#locator.locate(url);
    const opened = await openAtRef(this.#git, {
      url: place.address,
      ref: place.ref,
      signal,
    });
    return { ...place, tree: opened.repository, commit: opened.commit };
  }
}

async function stat(
  place: OpenPlace,
  signal?: AbortSignal,
): Promise<GitTreeEntry> {
  const { tree, commit, path, ref } = place;
  const entry =
    path === '' ? undefined : await tree.stat({ commit, path, signal });
  if (!entry) {
    throw new NotFoundError(
      `There is no '${path}' in ${place.repository} at '${ref}'`,
    );
  }
  return entry;
}

async function findEntries(place: OpenPlace, signal?: AbortSignal) {
  const { tree, commit, path } = place;
  const { base, isGlob } = picomatch.scan(path);
  const matches = isGlob ? picomatch(path) : (p: string) => p === path;
  const folder = isGlob ? base : path.split('/').slice(0, -1).join('/');
  const entries = await tree.lsTree({
    commit,
    path: folder,
    recursive: isGlob,
    signal,
  });
  const found = entries.filter(e => isRegularFile(e) && matches(e.path));
  if (found.length > MAX_SEARCH_RESULTS) {
    throw new InputError(
      `The search matches ${found.length} files, the limit is ${MAX_SEARCH_RESULTS}`,
    );
  }
  return found;
}

async function readBlob(
  place: OpenPlace,
  entry: GitTreeEntry,
  signal?: AbortSignal,
): Promise<Buffer> {
  const [blob] = await place.tree.readBlobs({
    ids: [entry.id],
    maxBytes: MAX_FILE_BYTES,
    signal,
  });
  if (blob.status === 'missing') {
    throw new NotFoundError(
      `The content of ${entry.path} is not in ${place.repository}; is the repository damaged?`,
    );
  }
  if (blob.status === 'too-large') {
    throw new InputError(
      `${entry.path} has ${blob.size} bytes, the limit is ${MAX_FILE_BYTES}`,
    );
  }
  return blob.content;
}

function isRegularFile(entry: GitTreeEntry): boolean {
  return entry.type === 'blob' && entry.mode !== '120000';
}

/** Links and submodules lead elsewhere; they are not followed. */
function assertFile(entry: GitTreeEntry, url: string) {
  if (!isRegularFile(entry)) {
    throw new NotFoundError(`${url} is not a regular file`);
  }
}
