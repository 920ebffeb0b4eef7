/**
 * Backend plugin `catalog-git`.
 *
 * @packageDocumentation
 */
export { catalogGitPlugin as default } from './plugin';
