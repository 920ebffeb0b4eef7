import type { Service } from '../../domain/types';
import { logNormal, poisson } from './distributions';
import type { Deployment, Incident } from './facts';
import type { Pipeline } from './pipeline';
import type { TeamContext } from './team';
import type { Work } from './work';

export interface Failures {
  /** A deployment is in production; it may turn out to be broken. */
  deployed(deployment: Deployment, isFirst: boolean): void;
  /** What breaks on a day without anybody having deployed anything. */
  planDay(day: number): void;
}

const UNPROVOKED_A_DAY = { 1: 0.009, 2: 0.0035, 3: 0.001 } as const;
const SYMPTOMS = [
  'Error rate above its objective',
  'Slow answers at the 99th percentile',
  'Messages pile up',
  'Health checks fail on some replicas',
  'Wrong totals reported by support',
];
const UNPROVOKED = [
  'Upstream provider unavailable',
  'Database fail-over',
  'Certificate expired',
  'Traffic far above forecast',
  'Network trouble in one zone',
];

/** Broken deployments and other trouble, how they are noticed and how they end. */
export function createFailures(options: {
  context: TeamContext;
  service: Service;
  work: Work;
  pipeline: Pipeline;
}): Failures {
  const { context, service, work, pipeline } = options;
  const { random, scheduler, calendar, character, emit } = context;
  const { reporting } = character;
  let incidents = 0;

  const report = (
    at: number,
    titles: readonly string[],
    cause?: Deployment,
  ): Incident => {
    incidents += 1;
    const names: Incident['blames'] = random.chance(0.6)
      ? 'deployment'
      : 'commit';
    const incident: Incident = {
      key: `${service.name}-inc-${incidents}`,
      service: service.name,
      title: `${service.title}: ${random.pick(titles)}`,
      severity: random.weighted([
        ['sev1', service.tier === 1 ? 2 : 0.5],
        ['sev2', 4],
        ['sev3', 4],
      ] as const),
      detectedAt: at,
      resolvedAt: [],
      reopenedAt: [],
      cause,
      blames: cause && random.chance(reporting.cause) ? names : 'nothing',
    };
    if (cause && random.chance(reporting.impact)) {
      const since = at - cause.finishedAt;
      incident.impactStartAt =
        cause.finishedAt + Math.round(since * random.next() * 0.5);
    }
    emit({ kind: 'incident', what: 'detected', at, incident });
    return incident;
  };

  /** Mitigated now; resolved some time later, at times twice, at times never. */
  const over = (incident: Incident, at: number) => {
    const isReopened = random.chance(0.05);
    const isForgotten = random.chance(0.02);
    if (!isReopened && !isForgotten && random.chance(reporting.mitigation)) {
      scheduler.at(at, time => {
        incident.mitigatedAt = time;
        emit({ kind: 'incident', what: 'mitigated', at: time, incident });
      });
    }
    if (isForgotten) return;
    const resolve = (from: number) => {
      const hours = logNormal(random, { median: 0.8, sigma: 1.2 });
      scheduler.at(from + 60 + 3600 * Math.min(hours, 400), time => {
        incident.resolvedAt.push(time);
        emit({ kind: 'incident', what: 'resolved', at: time, incident });
        if (!isReopened || incident.reopenedAt.length > 0) return;
        scheduler.at(time + random.int(1200, 20 * 3600), again => {
          incident.reopenedAt.push(again);
          emit({ kind: 'incident', what: 'reopened', at: again, incident });
          resolve(again + random.int(600, 7200));
        });
      });
    };
    resolve(at);
  };

  const repair = (
    failed: Deployment,
    at: number,
    done: (at: number) => void,
  ) => {
    const phase = context.phase(at);
    const minutes = logNormal(random, phase.repairMinutes);
    const then = at + Math.round(60 * minutes);
    const way = random.weighted([
      ['rollback', phase.rollback],
      ['hotfix', phase.hotfix],
      ['operation', phase.operation],
    ] as const);
    if (way === 'operation') {
      done(then);
      return;
    }
    scheduler.at(at + Math.round(30 * minutes), now => {
      if (way === 'rollback' && pipeline.rollBack(failed, now)) {
        done(now + 300);
        return;
      }
      work.repair(now, (_, merged) => {
        if (context.phase(merged).deploy === 'tags') work.release(merged + 120);
        pipeline.startRepair(merged + 200, failed);
        done(merged + 1500);
      });
    });
  };

  return {
    deployed(deployment, isFirst) {
      if (deployment.kind !== 'deploy' || isFirst) return;
      const at = deployment.finishedAt;
      const phase = context.phase(at);
      if (!random.chance(phase.failure)) return;
      const minutes = logNormal(random, phase.detectMinutes);
      scheduler.at(at + 60 * Math.min(minutes, 3 * 1440), noticed => {
        const incident = random.chance(reporting.incident)
          ? report(noticed, SYMPTOMS, deployment)
          : undefined;
        repair(deployment, noticed, end => {
          if (incident) over(incident, end);
        });
      });
    },
    planDay(day) {
      if (!pipeline.running()) return;
      const count = poisson(random, UNPROVOKED_A_DAY[service.tier]);
      for (let i = 0; i < count; i++) {
        const at = calendar.startOf(day) + random.int(0, 86_399);
        scheduler.at(at, time => {
          const incident = report(time, UNPROVOKED);
          const minutes = logNormal(random, { median: 70, sigma: 1.1 });
          over(incident, time + Math.round(60 * minutes));
        });
      }
    },
  };
}
