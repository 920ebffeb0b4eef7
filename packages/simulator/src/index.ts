export { createDirectory, type Directory } from './domain/directory';
export { buildOrganisation } from './domain/organisation';
export type * from './domain/types';
export { generate, type Summary } from './generate';
export { generateInto, type Outcome } from './generateInto';
export { readArguments } from './settings';
export type * from './truth/types';
export type { CdEvent } from './deliveries/events/cdevent';
export { loadEvents, loadService, type LoadProfile } from './deliveries/load';
export {
  createOracle,
  PRODUCTION,
  type Oracle,
  type OracleCatalog,
} from './deliveries/oracle/oracle';
export type { ImportStatus } from './deliveries/past/importPast';
export type { DeliveriesTruth } from './deliveries/past/deliveriesTruth';
export { readPast } from './deliveries/past/readPast';
export { SCENARIOS } from './deliveries/scenarios';
export type { Expected, Scenario } from './deliveries/scenarios/scenario';
