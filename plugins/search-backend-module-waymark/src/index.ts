export { searchModuleWaymark as default } from './module';
