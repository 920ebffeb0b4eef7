import type { DeliverySource } from '@waymark/plugin-dora-node';
import { gitSource } from './git/gitSource';

/** Sources that come with the plugin; others are added through the extension point. */
export const builtInSources: readonly DeliverySource[] = [gitSource];
