import { ConflictError, NotFoundError } from '@backstage/errors';
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
    const source = this.#sources.get(id);
    if (!source) {
      throw new NotFoundError(
        `There is no source '${id}'; there are ${[...this.#sources.keys()]
          .sort()
          .join(', ')}`,
      );
    }
    return source;
  }
}
