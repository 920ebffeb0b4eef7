/**
 * How another package adds a source of delivery events.
 *
 * @packageDocumentation
 */
export {
  doraSourcesExtensionPoint,
  type DoraSourcesExtensionPoint,
} from './extensionPoint';
export type {
  ChangeObservation,
  DeploymentObservation,
  IncidentObservation,
  Observation,
} from './observations';
export {
  UnusableEventError,
  type DeliverySource,
  type IngestRequest,
  type ReceivedEvent,
  type Reception,
} from './source';
