import type { DeliverySource } from '@waymark/plugin-dora-node';
import { gitSource } from './git/gitSource';
import { createToolSources } from './sources/createToolSources';

/** Sources that come with the plugin; others are added through the extension point. */
export const createBuiltInSources = (now: () => Date): DeliverySource[] => [
  gitSource,
  ...createToolSources(now),
];
