/**
 * Scaffolder actions of the golden paths.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGoldenPaths as default } from './module';
