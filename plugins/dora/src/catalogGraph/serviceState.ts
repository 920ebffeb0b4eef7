import type { Health } from '../components/column/healthContext';

/** What a mark can say; without deliveries nothing is known, and there is no mark. */
export const SERVICE_STATES = ['incident', 'failed', 'fine'] as const;

export type ServiceState = (typeof SERVICE_STATES)[number];

/** What hurts now comes before what went wrong last. */
export function serviceStateOf(
  health: Pick<Health, 'lastDeployment' | 'openIncidents'>,
): ServiceState | undefined {
  if (health.openIncidents > 0) return 'incident';
  if (!health.lastDeployment) return undefined;
  return health.lastDeployment.failed ? 'failed' : 'fine';
}
