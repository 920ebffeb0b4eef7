/**
 * The home page of Waymark: layout, arrangement and the widgets of the portal
 * itself.
 *
 * @packageDocumentation
 */
export { homeModule as default } from './module';
