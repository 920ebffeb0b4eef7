/**
 * Readiness that includes the database.
 *
 * @packageDocumentation
 */
export {
  healthServiceFactory,
  healthServiceFactory as default,
} from './healthServiceFactory';
export { probeConfig, PROBED_PLUGIN } from './probeConfig';
