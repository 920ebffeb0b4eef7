import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { DeliverySource } from './source';

export interface DoraSourcesExtensionPoint {
  /** Throws where the id is taken. */
  addSource(source: DeliverySource): void;
}

/** Adds a source of delivery events to the `dora` plugin. */
export const doraSourcesExtensionPoint =
  createExtensionPoint<DoraSourcesExtensionPoint>({ id: 'dora.sources' });
