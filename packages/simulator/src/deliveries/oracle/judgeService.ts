import type { SeenChange, SeenDeployment, SeenIncident } from './seen';

/** A deployment in production as the truth table sees it: one release, however many regions. */
export interface Judged {
  eventIds: string[];
  service: string;
  finishedAt: number;
  startedAt: number;
  /** What it runs: its commit, else its version. */
  runs: string;
  sha?: string;
  kind: 'deploy' | 'redeploy' | 'rollback';
  isBaseline: boolean;
  isFailed: boolean;
  isUnplanned: boolean;
  /** Ends of the deployments that repaired it. */
  repairedAt: number[];
  incidents: SeenIncident[];
  shipped: SeenChange[];
  parts: SeenDeployment[];
}

export interface JudgedIncident {
  incident: SeenIncident;
  cause: Judged | undefined;
}

export interface JudgedService {
  service: string;
  /** All jobs in production, whatever came of them. */
  jobs: SeenDeployment[];
  /** Those that count, oldest first. */
  counted: Judged[];
  incidents: JudgedIncident[];
}

const HOUR = 3_600_000;
const CAUSE_WINDOW = 24 * HOUR;
const BASELINE_GAP = 60 * 24 * HOUR;

const isHotfix = ({ labels, title }: SeenChange) =>
  labels.some(label => ['hotfix', 'incident', 'emergency'].includes(label)) ||
  /^(hotfix|revert ")/i.test(title);

/** When a failure was over: repaired, or all its incidents mitigated, else resolved. */
export function recoveredAt({ repairedAt, incidents }: Judged) {
  const ends = incidents.map(
    ({ mitigatedAt, resolvedAt }) => mitigatedAt ?? resolvedAt,
  );
  const over = ends.filter(end => end !== undefined);
  const quiet =
    ends.length > 0 && over.length === ends.length ? [Math.max(...over)] : [];
  const moments = [...repairedAt, ...quiet];
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

/** Successes in the regions of one release are one, when the last of them ends. */
function releases(jobs: readonly SeenDeployment[]): Judged[] {
  const groups = new Map<string, SeenDeployment[]>();
  for (const job of jobs) {
    if (job.result !== 'success') continue;
    const key = job.releaseId ?? `alone ${job.eventId}`;
    groups.set(key, [...(groups.get(key) ?? []), job]);
  }
  return [...groups.values()].map((parts): Judged => {
    const last = parts.reduce((a, b) => (b.finishedAt > a.finishedAt ? b : a));
    return {
      eventIds: parts.map(({ eventId }) => eventId),
      service: last.service,
      finishedAt: last.finishedAt,
      startedAt: Math.min(...parts.map(({ startedAt }) => startedAt)),
      runs: last.sha ?? last.version,
      sha: last.sha,
      kind: 'deploy',
      isBaseline: false,
      isFailed: false,
      isUnplanned: false,
      repairedAt: [],
      incidents: [],
      shipped: [],
      parts,
    };
  });
}

/** Applies the rules to what was seen of one service in production. */
export function judgeService(
  service: string,
  jobs: readonly SeenDeployment[],
  changes: readonly SeenChange[],
  incidents: readonly SeenIncident[],
): JudgedService {
  const all = releases(jobs).sort(
    (a, b) =>
      a.finishedAt - b.finishedAt || (a.eventIds[0] < b.eventIds[0] ? -1 : 1),
  );
  const counted: Judged[] = [];
  for (const deployment of all) {
    const current = counted.at(-1);
    const wasThere = counted.some(({ runs }) => runs === deployment.runs);
    if (deployment.parts.some(({ saysRollback }) => saysRollback)) {
      deployment.kind = 'rollback';
    } else if (current?.runs === deployment.runs) {
      deployment.kind = 'redeploy';
    } else if (wasThere) {
      deployment.kind = 'rollback';
    }
    if (deployment.kind === 'redeploy') continue;
    deployment.isBaseline =
      !current || deployment.finishedAt - current.finishedAt > BASELINE_GAP;
    counted.push(deployment);
  }

  ship(counted, changes);
  const repairs = new Set<Judged>();
  for (const job of jobs) {
    if (job.remediates === undefined) continue;
    const by = counted.find(({ parts }) => parts.includes(job));
    const failed = named(job.remediates, job.finishedAt, counted);
    if (!failed || failed === by || failed.finishedAt > job.finishedAt)
      continue;
    // An attempt that failed tells as well that there was something to repair.
    failed.isFailed = true;
    if (!by) continue;
    repairs.add(by);
    failed.repairedAt.push(by.finishedAt);
  }
  for (const [index, deployment] of counted.entries()) {
    const isRepair = repairs.has(deployment);
    if (deployment.kind === 'rollback' && !isRepair) {
      const failed = afterTarget(counted.slice(0, index), deployment);
      if (failed) {
        failed.isFailed = true;
        failed.repairedAt.push(deployment.finishedAt);
      }
    }
    const said = deployment.parts.find(
      ({ unplanned }) => unplanned !== undefined,
    )?.unplanned;
    deployment.isUnplanned =
      deployment.kind === 'rollback' ||
      isRepair ||
      (said ?? deployment.shipped.some(isHotfix));
  }
  const judged = incidents.map(incident => {
    const cause = causeOf(incident, counted);
    if (cause) {
      cause.isFailed = true;
      cause.incidents.push(incident);
    }
    return { incident, cause };
  });
  return { service, jobs: [...jobs], counted, incidents: judged };
}

/** Every change goes to the first deployment that ships it. */
function ship(counted: readonly Judged[], changes: readonly SeenChange[]) {
  const waiting = new Map(changes.map(change => [change.id, change]));
  for (const deployment of counted) {
    if (deployment.kind === 'rollback') continue;
    const listed = deployment.parts.flatMap(({ changeIds }) => changeIds ?? []);
    const isListed = deployment.parts.some(({ changeIds }) => changeIds);
    const ids = isListed
      ? new Set(listed)
      : [...waiting.values()]
          .filter(({ mergedAt }) => mergedAt <= deployment.startedAt)
          .map(({ id }) => id);
    for (const id of ids) {
      const change = waiting.get(id);
      if (!change) continue;
      waiting.delete(id);
      deployment.shipped.push(change);
    }
  }
}

/** The deployment that somebody means by the id of an event or by a commit. */
function named(
  reference: string,
  by: number,
  counted: readonly Judged[],
): Judged | undefined {
  const same = counted.filter(({ sha }) => sha === reference);
  return (
    counted.find(({ eventIds }) => eventIds.includes(reference)) ??
    same.findLast(({ finishedAt }) => finishedAt <= by) ??
    same[0]
  );
}

/** The first deployment after the one that a rollback goes back to. */
function afterTarget(before: readonly Judged[], { runs }: Judged) {
  const target = before.findLastIndex(item => item.runs === runs);
  return target === -1 ? before.at(-1) : before[target + 1];
}

function causeOf(
  { causedBy, impactStartAt, detectedAt }: SeenIncident,
  counted: readonly Judged[],
) {
  const start = impactStartAt ?? detectedAt;
  if (causedBy !== undefined) return named(causedBy, start, counted);
  const last = counted.findLast(({ finishedAt }) => finishedAt <= start);
  return last && start - last.finishedAt <= CAUSE_WINDOW ? last : undefined;
}
