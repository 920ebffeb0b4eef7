/**
 * One-click sign-in as a person of the example organisation.
 *
 * @packageDocumentation
 */
export { authModuleExample as default } from './module';
