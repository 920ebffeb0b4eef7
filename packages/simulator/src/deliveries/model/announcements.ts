import type { Service } from '../../domain/types';
import type { Change, Deployment } from './facts';
import type { MainBranch } from './mainBranch';
import type { TeamContext } from './team';

const TAGGED_AFTER_SECONDS = 60;

/** Deployments of which Git knows all there is to know: a tag, a minute after its commit. */
export function createAnnouncements(
  { scheduler, emit }: TeamContext,
  service: Service,
  branch: MainBranch,
) {
  let last: Deployment | undefined;
  return (head: Change, releasedAt: number) => {
    const number = (last?.build.number ?? 0) + 1;
    const at = releasedAt + TAGGED_AFTER_SECONDS;
    const from = (last?.build.head.index ?? -1) + 1;
    const deployment: Deployment = {
      key: `${service.name}/${number}`,
      service: service.name,
      environment: 'production',
      tier: 'production',
      build: { service: service.name, number, head },
      startedAt: at,
      finishedAt: at,
      result: 'success',
      kind: 'deploy',
      saysRollback: false,
      ships: branch.changes.slice(from, head.index + 1),
    };
    last = deployment;
    scheduler.at(at, time =>
      emit({ kind: 'deployment', what: 'finished', at: time, deployment }),
    );
  };
}
