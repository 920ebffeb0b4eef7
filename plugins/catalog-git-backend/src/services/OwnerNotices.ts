import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { IngestionStore, ProblemRecord } from '../database/IngestionStore';
import { toMendedNotice, toNotice } from '../domain/toNotice';

const SOON_MS = 500;

type Place = Pick<
  ProblemRecord,
  'provider' | 'repository' | 'branch' | 'path' | 'line'
>;

/** Tells the owners of files that a push broke them, once per problem, and that they are in order again. */
export class OwnerNotices {
  readonly #store: Pick<IngestionStore, 'tellOwners'>;
  readonly #notifications: NotificationService;
  readonly #existing: (refs: string[]) => Promise<string[]>;
  readonly #fallback: string[];
  readonly #urlOf: (place: Place) => string;
  readonly #logger: LoggerService;
  #timer?: NodeJS.Timeout;

  constructor(options: {
    store: Pick<IngestionStore, 'tellOwners'>;
    notifications: NotificationService;
    /** Which of some entities the catalog has. */
    existing: (refs: string[]) => Promise<string[]>;
    /** Who is told when nobody owns a file. */
    fallback: string[];
    urlOf: (place: Place) => string;
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
   * One message per file, and another in its place when the file is in order
   * again. A message that was sent but could not be remembered is sent again
   * and takes the place of the first.
   */
  async send(): Promise<void> {
    await this.#store.tellOwners({
      broken: due =>
        this.#each(byFile(due), async problems => ({
          problems,
          recipients: await this.#tell(problems),
        })),
      mended: files =>
        this.#each(files, async file => {
          await this.#notifications.send({
            recipients: { type: 'entity', entityRef: file.recipients },
            payload: toMendedNotice({
              ...file,
              url: file.isKnown
                ? this.#urlOf({ ...file, line: null })
                : undefined,
            }),
          });
          return file;
        }),
    });
  }

  /** Until one cannot be told; the rest is for the next time. */
  async #each<T, R>(files: T[], tell: (file: T) => Promise<R>): Promise<R[]> {
    const told: R[] = [];
    for (const file of files) {
      try {
        told.push(await tell(file));
      } catch (error) {
        this.#logger.warn('Could not tell the owners of a file', {
          waiting: files.length - told.length,
          reason: stringifyError(error),
        });
        break;
      }
    }
    return told;
  }

  /** Who was told. */
  async #tell(problems: ProblemRecord[]): Promise<string[]> {
    const owners = [...new Set(problems.flatMap(problem => problem.owners))];
    const known = owners.length > 0 ? await this.#existing(owners) : [];
    const entityRef = known.length > 0 ? known : this.#fallback;
    if (entityRef.length > 0) {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: toNotice(problems.map(p => ({ ...p, url: this.#urlOf(p) }))),
      });
    }
    return entityRef;
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
