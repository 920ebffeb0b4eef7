/**
 * Embedded Git forge.
 *
 * @packageDocumentation
 */
export { forgePlugin as default } from './plugin';
