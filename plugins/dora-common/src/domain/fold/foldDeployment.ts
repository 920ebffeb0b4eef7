import type { DeploymentResult } from '../facts';
import type { DeploymentObservation } from '../observations';
import { inOrder } from './inOrder';
import { allSaid, earliestSaid, lastSaid } from './said';

/** What all events about one deployment say together, in the words of its source. */
export interface FoldedDeployment {
  key: string;
  service: string;
  environment: string;
  tierHint: string | null;
  startedAt: Date | null;
  /** null: still running. */
  finishedAt: Date | null;
  /** null: still running. */
  result: DeploymentResult | null;
  commitSha: string | null;
  version: string | null;
  reportedKind: 'deploy' | 'rollback' | null;
  unplanned: boolean | null;
  remediates: string | null;
  releaseId: string | null;
  changeKeys: string[];
  url: string | null;
}

/**
 * The first end that was reported stays: what a tool says later about the
 * same deployment (superseded, inactive, removed) does not change how it
 * ended. Only an end of unknown result gives way to a known one.
 *
 * @param observations - of one key, in any order, any of them repeated
 */
export function foldDeployment(
  observations: readonly [DeploymentObservation, ...DeploymentObservation[]],
): FoldedDeployment;
export function foldDeployment(
  observations: readonly DeploymentObservation[],
): FoldedDeployment | null;
export function foldDeployment(
  observations: readonly DeploymentObservation[],
): FoldedDeployment | null {
  const ordered = inOrder(observations);
  const last = ordered.at(-1);
  if (!last) return null;
  const ends = ordered.filter(({ result }) => result !== undefined);
  const end = ends.find(({ result }) => result !== 'unknown') ?? ends[0];
  const finishedAt = end ? end.finishedAt ?? end.at : null;
  const startedAt = earliestSaid(ordered, 'startedAt');
  const isBackwards = startedAt && finishedAt && startedAt > finishedAt;
  return {
    key: last.key,
    service: last.service,
    environment: last.environment,
    tierHint: lastSaid(ordered, 'tierHint'),
    startedAt: isBackwards ? null : startedAt,
    finishedAt,
    result: end?.result ?? null,
    commitSha: lastSaid(ordered, 'commitSha'),
    version: lastSaid(ordered, 'version'),
    reportedKind: lastSaid(ordered, 'reportedKind'),
    unplanned: lastSaid(ordered, 'unplanned'),
    remediates: lastSaid(ordered, 'remediates'),
    releaseId: lastSaid(ordered, 'releaseId'),
    changeKeys: allSaid(ordered, 'changeKeys'),
    url: lastSaid(ordered, 'url'),
  };
}
