/**
 * Backend plugin `dora`.
 *
 * @packageDocumentation
 */
export { doraPlugin as default } from './plugin';
