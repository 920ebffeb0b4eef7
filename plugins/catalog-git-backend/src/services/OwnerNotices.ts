import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { IngestionStore, ProblemRecord } from '../database/IngestionStore';
import { toNotice } from '../domain/toNotice';

const SOON_MS = 500;

/** Tells the owners of files that a push broke, once per problem. */
export class OwnerNotices {
  readonly #store: Pick<IngestionStore, 'tellOwners'>;
  readonly #notifications: NotificationService;
  readonly #existing: (refs: string[]) => Promise<string[]>;
  readonly #fallback: string[];
  readonly #urlOf: (problem: ProblemRecord) => string;
  readonly #logger: LoggerService;
  #timer?: NodeJS.Timeout;

  constructor(options: {
    store: Pick<IngestionStore, 'tellOwners'>;
    notifications: NotificationService;
    /** Which of some entities the catalog has. */
    existing: (refs: string[]) => Promise<string[]>;
    /** Who is told when nobody owns a file. */
    fallback: string[];
    urlOf: (problem: ProblemRecord) => string;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#notifications = options.notifications;
    this.#existing = options.existing;
    this.#fallback = options.fallback;
    this.#urlOf = options.urlOf;
    this.#logger = options.logger;
  }

  /** Sends in a moment what is due; calls close together share it. */
  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.send().catch(error =>
        this.#logger.warn('Messages to owners will be tried again', {
          reason: stringifyError(error),
        }),
      );
    }, SOON_MS).unref();
  }

  /**
   * One message per file. A message that was sent but could not be remembered
   * is sent again and takes the place of the first.
   */
  async send(): Promise<void> {
    await this.#store.tellOwners(async due => {
      const told: ProblemRecord[] = [];
      for (const problems of byFile(due)) {
        try {
          await this.#tell(problems);
          told.push(...problems);
        } catch (error) {
          this.#logger.warn('Could not tell the owners of a file', {
            repository: problems[0].repository,
            path: problems[0].path,
            reason: stringifyError(error),
          });
          break;
        }
      }
      return told;
    });
  }

  async #tell(problems: ProblemRecord[]) {
    const owners = [...new Set(problems.flatMap(problem => problem.owners))];
    const known = owners.length > 0 ? await this.#existing(owners) : [];
    const entityRef = known.length > 0 ? known : this.#fallback;
    if (entityRef.length === 0) {
      return;
    }
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef },
      payload: toNotice(problems.map(p => ({ ...p, url: this.#urlOf(p) }))),
    });
  }
}

function byFile(problems: ProblemRecord[]): ProblemRecord[][] {
  const files = new Map<string, ProblemRecord[]>();
  for (const problem of problems) {
    const { provider, repository, path } = problem;
    const key = JSON.stringify([provider, repository, path]);
    files.set(key, [...(files.get(key) ?? []), problem]);
  }
  return [...files.values()];
}
