import { ResponseError } from '@backstage/errors';
import type {
  PastProblem,
  Problem,
  Repository,
  RepositoryScan,
  Source,
  Summary,
} from '@waymark/plugin-catalog-git-common';
import type { CatalogGitApi } from '../api/catalogGitApi';

interface FakeData {
  summary: Summary;
  problems: Problem[];
  repositories: Repository[];
  ownProblems: Problem[];
  entityProblems: Problem[];
  pastProblems: PastProblem[];
  scans: RepositoryScan[];
  /** By `<owner>/<repo>:<path>`. */
  sources: Record<string, Source>;
}

export const emptySummary: Summary = {
  repositories: 0,
  repositoriesByStatus: {
    ok: 0,
    failing: 0,
    unreachable: 0,
    unauthorized: 0,
    pending: 0,
  },
  entities: 0,
  problems: 0,
  problemsByCode: [],
  providers: [],
};

/** An answer of the backend that is not 2xx. */
export async function refusal(
  status: number,
  message: string,
): Promise<ResponseError> {
  const body = {
    error: { name: 'Error', message },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: message,
    url: 'http://localhost/api/catalog-git',
    headers: new Headers({ 'content-type': 'application/json' }),
    bodyUsed: false,
    type: 'default',
    redirected: false,
    body: null,
    text: async () => JSON.stringify(body),
  } as unknown as Response);
}

/** Answers from memory, the way the backend does; can be told to fail or hang. */
export class FakeCatalogGitApi implements CatalogGitApi {
  readonly refreshed: unknown[] = [];
  readonly #data: FakeData;
  #failure: Error | undefined;
  #hangs = false;

  constructor(data: Partial<FakeData> = {}) {
    this.#data = {
      summary: emptySummary,
      problems: [],
      repositories: [],
      ownProblems: [],
      entityProblems: [],
      pastProblems: [],
      scans: [],
      sources: {},
      ...data,
    };
  }

  failWith(error: Error | undefined) {
    this.#failure = error;
  }

  hang() {
    this.#hangs = true;
  }

  getSummary: CatalogGitApi['getSummary'] = () =>
    this.#answer(() => this.#data.summary);

  listProblems: CatalogGitApi['listProblems'] = ({ query = {} } = {}) =>
    this.#answer(() =>
      pageOf(
        this.#data.problems.filter(
          ({ code, provider, reason }) =>
            (!query.code || code === query.code) &&
            (!query.provider || provider === query.provider) &&
            (!query.text || reason.includes(query.text)),
        ),
      ),
    );

  listOwnProblems: CatalogGitApi['listOwnProblems'] = () =>
    this.#answer(() => pageOf(this.#data.ownProblems));

  listEntityProblems: CatalogGitApi['listEntityProblems'] = () =>
    this.#answer(() => ({ items: this.#data.entityProblems }));

  getRepository: CatalogGitApi['getRepository'] = ({ params }) =>
    this.#answer(async () => {
      const name = `${params.owner}/${params.name}`;
      const repository = this.#data.repositories.find(r => r.name === name);
      if (!repository) {
        throw await refusal(404, `There is no known repository ${name}`);
      }
      const { problems, pastProblems, scans } = this.#data;
      return { repository, problems, pastProblems, scans };
    });

  listRepositories: CatalogGitApi['listRepositories'] = ({ query = {} } = {}) =>
    this.#answer(() =>
      pageOf(
        this.#data.repositories.filter(
          ({ name, status }) =>
            (!query.text || name.includes(query.text)) &&
            (!query.status || status === query.status),
        ),
      ),
    );

  getSource: CatalogGitApi['getSource'] = ({ params, query }) =>
    this.#answer(async () => {
      const key = `${params.owner}/${params.name}:${query?.path ?? ''}`;
      const source = this.#data.sources[key];
      if (!source) {
        throw await refusal(404, `There is no ${key}`);
      }
      return source;
    });

  refresh: CatalogGitApi['refresh'] = ({ body = {} } = {}) =>
    this.#answer(() => {
      this.refreshed.push(body);
      return { scheduled: ['acme/orders'] };
    });

  async #answer<T>(answer: () => T | Promise<T>): Promise<T> {
    if (this.#hangs) {
      return new Promise<T>(() => {});
    }
    if (this.#failure) {
      throw this.#failure;
    }
    return answer();
  }
}

function pageOf<T>(items: T[]) {
  return { items, total: items.length, nextCursor: null };
}
