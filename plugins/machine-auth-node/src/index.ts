/**
 * Tells machines why their token is refused.
 *
 * @packageDocumentation
 */
export { httpAuthServiceFactory as default } from './httpAuthServiceFactory';
