import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** What a provider is trusted with, beyond the default kinds. */
export type GitProviderSource = 'services' | 'organisation' | 'templates';

/** One entry of `catalog.providers.git`, checked and with its defaults. */
export interface GitProviderConfig {
  id: string;
  /** Folder below which every bare repository belongs to the provider. */
  root?: string;
  /** Addresses of single repositories. */
  urls: string[];
  /** `<owner>/<repo>` of the one repository whose address does not tell it. */
  repository?: string;
  /** Globs on `<owner>/<repo>`. */
  include: string[];
  exclude: string[];
  /** Start of location URLs, without a trailing slash. */
  baseUrl: string;
  /** The kind of host behind `baseUrl`, where its edit pages are known. */
  host?: 'github' | 'gitlab';
  /** Default: the branch that HEAD names. */
  branch?: string;
  /** A path or a glob. */
  entityFilename: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  source: GitProviderSource;
  allow: {
    kinds: string[];
    /** Lower case; `*` allows every namespace. */
    namespaces: string[];
  };
  /** Repositories scanned at the same time. */
  concurrency: number;
  /** Longest time that one scan may spend on one repository. */
  repositoryTimeoutMs: number;
  limits: {
    fileBytes: number;
    documentsPerFile: number;
    filesPerRepository: number;
    /** Of all catalog files of a repository. */
    totalBytes: number;
    /** Documents of all catalog files of a repository. */
    entitiesPerRepository: number;
  };
}

/** A repository that a provider's listing found. */
export interface GitRepositoryListing {
  /** `<owner>/<repo>`. */
  name: string;
  /** Address for {@link GitService}; may hold credentials. */
  url: string;
}
