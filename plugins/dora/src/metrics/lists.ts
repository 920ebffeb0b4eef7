import type { Changes, PathName } from '../location/paths';
import type { MetricName } from './toEnvelopes';

/** The list that each figure was counted from. */
export const LISTS: Readonly<
  Record<MetricName, { page: PathName; search: Changes }>
> = {
  deploymentFrequency: { page: 'deployments', search: { show: 'counted' } },
  leadTime: { page: 'changes', search: { sort: 'lead' } },
  changeFailRate: { page: 'deployments', search: { show: 'failed' } },
  recoveryTime: { page: 'deployments', search: { show: 'failed' } },
  reworkRate: { page: 'deployments', search: { show: 'unplanned' } },
};
