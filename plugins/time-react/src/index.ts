/**
 * Instants and days in the time zone of the portal.
 *
 * @packageDocumentation
 */
export { usePortalTime } from './usePortalTime';
