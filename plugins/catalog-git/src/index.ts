/**
 * Source browser and ingestion health for plain Git.
 *
 * @packageDocumentation
 */
export { catalogGitPlugin as default } from './plugin';
