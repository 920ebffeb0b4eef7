import type { DerivedChange, DerivedDeployment } from '../derived';
import type { DeploymentFact } from '../facts';

/** A production deployment, whatever came of it. */
export type DeploymentSample = Pick<DeploymentFact, 'finishedAt' | 'result'> &
  Pick<
    DerivedDeployment,
    'counted' | 'failed' | 'unplanned' | 'recoverySeconds'
  >;

/** A change that reached production. */
export type ChangeSample = Pick<
  DerivedChange,
  | 'sample'
  | 'leadSeconds'
  | 'codingSeconds'
  | 'pickupSeconds'
  | 'reviewSeconds'
  | 'deploySeconds'
> & {
  /** When the deployment that shipped it finished. */
  deployedAt: Date;
};

/** A failure shows within this time; until then a deployment is pending. */
export const DEFAULT_GRACE_HOURS = 24;

/** Too young to be judged: in frequency, not in the change fail rate. */
export function isPending(
  {
    finishedAt,
    counted,
    failed,
  }: Pick<DeploymentSample, 'finishedAt' | 'counted' | 'failed'>,
  now: Date,
  graceHours: number = DEFAULT_GRACE_HOURS,
): boolean {
  const age = now.getTime() - finishedAt.getTime();
  return counted && !failed && age < graceHours * 3_600_000;
}
