import { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    providers?: {
      /** Sources of catalog entities in plain Git, by id. */
      git?: {
        [id: string]: {
          /** Folder: every bare repository below it. One of root, url and urls is needed. */
          root?: string;
          /**
           * Address of one repository: https, ssh, git@host:path, file or an
           * absolute path.
           * @visibility secret
           */
          url?: string;
          /**
           * Addresses of several repositories.
           * @visibility secret
           */
          urls?: string[];
          /** `<owner>/<repo>` of `url`, where the address does not tell it. */
          repository?: string;
          /** Globs on `<owner>/<repo>`; default: all. */
          include?: string[];
          /** Globs on `<owner>/<repo>`. */
          exclude?: string[];
          /** Start of location URLs; default: the host of the address, else the portal's Git page. */
          baseUrl?: string;
          /** Default: the branch that HEAD names. */
          branch?: string;
          /** Path or glob; default: catalog-info.yaml. */
          entityFilename?: string;
          /** Default: every 5 minutes, 10 minutes long at most. */
          schedule?: {
            frequency: { cron: string } | { trigger: 'manual' } | HumanDuration;
            timeout: HumanDuration;
            initialDelay?: HumanDuration;
            scope?: 'global' | 'local';
          };
          /**
           * `organisation` may emit User and Group (one provider only),
           * `templates` may emit Template.
           */
          source?: 'organisation' | 'templates';
          allow?: {
            /** Default: Component, API, Resource, System, Domain. */
            kinds?: string[];
            /** Default: default. `*` allows all. */
            namespaces?: string[];
          };
          /** Repositories scanned at the same time; default 4. */
          concurrency?: number;
          /** Longest time that one scan may spend on one repository; default 5 minutes. */
          repositoryTimeout?: HumanDuration | string;
          limits?: {
            /** Default 1048576. */
            fileBytes?: number;
            /** Default 1000. */
            documentsPerFile?: number;
            /** Default 2000. */
            filesPerRepository?: number;
            /** Of all catalog files of a repository; default 33554432. */
            totalBytes?: number;
            /** Documents of all catalog files of a repository; default 10000. */
            entitiesPerRepository?: number;
          };
        };
      };
    };
  };
}
