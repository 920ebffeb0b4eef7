/**
 * How another package adds a source of delivery events.
 *
 * @packageDocumentation
 */
export type {
  ChangeObservation,
  DeploymentObservation,
  IncidentObservation,
  Observation,
} from '@waymark/plugin-dora-common';
export {
  doraSourcesExtensionPoint,
  type DoraSourcesExtensionPoint,
} from './extensionPoint';
export {
  UnusableEventError,
  type DeliverySource,
  type IngestRequest,
  type ReceivedEvent,
  type Reception,
} from './source';
