export { loadEvents } from './loadEvents';
export { loadService, type LoadProfile } from './loadProfile';
