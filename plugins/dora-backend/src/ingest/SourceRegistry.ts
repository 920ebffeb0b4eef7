import { ConflictError, NotFoundError } from '@backstage/errors';
import { gitSource } from '../git/gitSource';
import type {
  DeliverySource,
  DoraSourcesExtensionPoint,
} from '@waymark/plugin-dora-node';

/** The sources that are known, by id. */
export class SourceRegistry implements DoraSourcesExtensionPoint {
  readonly #sources = new Map<string, DeliverySource>();

  addSource(source: DeliverySource): void {
    if (this.#sources.has(source.id)) {
      throw new ConflictError(`There are two delivery sources '${source.id}'`);
    }
    this.#sources.set(source.id, source);
  }

  find(id: string): DeliverySource | undefined {
    return this.#sources.get(id);
  }

  /** @throws NotFoundError naming those that there are */
  get(id: string): DeliverySource {
    return this.#get(id, [...this.#sources.keys()]);
  }

  /** @throws NotFoundError for what only the portal itself reads, too */
  webhook(id: string): DeliverySource {
    return this.#get(id, this.webhooks());
  }

  /** Ids of the sources that are sent to `POST /ingest/<id>`. */
  webhooks(): string[] {
    return [...this.#sources.keys()].filter(id => id !== gitSource.id);
  }

  #get(id: string, ids: readonly string[]): DeliverySource {
    const source = ids.includes(id) ? this.#sources.get(id) : undefined;
    if (!source) {
      throw new NotFoundError(
        `There is no source '${id.slice(0, 100)}'; there are ${[...ids]
          .sort()
          .join(', ')}`,
      );
    }
    return source;
  }
}
