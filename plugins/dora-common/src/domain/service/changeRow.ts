import type {
  DerivedChange,
  DerivedDeployment,
  ServiceFacts,
} from '../derived';
import type { ChangeFact } from '../facts';
import type { Shipping } from './linkChanges';
import { NO_STAGES, stagesOf } from './stages';

/** How long a change took to production, and whether that is a lead-time sample. */
export function changeRow(
  change: ChangeFact,
  shipping: Shipping | undefined,
  deployment: DerivedDeployment | undefined,
  { service, rules }: Pick<ServiceFacts, 'service' | 'rules'>,
): DerivedChange {
  const { id, isBot } = change;
  if (!shipping || !deployment) {
    const waiting = { deploymentId: null, link: null, sample: false };
    return { id, service, ...waiting, ...NO_STAGES };
  }
  const { release, link } = shipping;
  const { counted, baseline, kind } = deployment;
  return {
    id,
    service,
    deploymentId: release.id,
    link,
    sample: counted && !baseline && kind !== 'rollback' && !isBot,
    ...stagesOf(change, release.finishedAt, rules.leadTimeFrom),
  };
}
