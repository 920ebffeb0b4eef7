/**
 * Settings page for access tokens of the embedded forge.
 *
 * @packageDocumentation
 */
export { forgePlugin as default } from './plugin';
