import type { SeenChange, SeenDeployment, SeenIncident } from './seen';

/** A deployment in production as the truth table sees it: one release, however many regions. */
export interface Judged {
  eventIds: string[];
  service: string;
  finishedAt: number;
  startedAt: number;
  version: string;
  sha?: string;
  kind: 'deploy' | 'redeploy' | 'rollback';
  isBaseline: boolean;
  isFailed: boolean;
  isUnplanned: boolean;
  /** Times at which something ended the failure. */
  repairedAt: number[];
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

/** Regions of one release become one; it is a success when all of them are. */
function releases(jobs: readonly SeenDeployment[]): Judged[] {
  const groups = new Map<string, SeenDeployment[]>();
  for (const job of jobs) {
    const key = job.releaseId ?? `alone ${job.eventId}`;
    groups.set(key, [...(groups.get(key) ?? []), job]);
  }
  return [...groups.values()].flatMap(parts => {
    if (parts.some(({ result }) => result !== 'success')) return [];
    const last = parts.reduce((a, b) => (b.finishedAt > a.finishedAt ? b : a));
    const judged: Judged = {
      eventIds: parts.map(({ eventId }) => eventId),
      service: last.service,
      finishedAt: last.finishedAt,
      startedAt: Math.min(...parts.map(({ startedAt }) => startedAt)),
      version: last.version,
      sha: last.sha,
      kind: 'deploy',
      isBaseline: false,
      isFailed: false,
      isUnplanned: false,
      repairedAt: [],
      shipped: [],
      parts,
    };
    return [judged];
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
    const wasThere = counted.some(
      ({ version }) => version === deployment.version,
    );
    if (deployment.parts.some(({ saysRollback }) => saysRollback)) {
      deployment.kind = 'rollback';
    } else if (current?.version === deployment.version) {
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
  for (const [index, deployment] of counted.entries()) {
    repair(counted, index, deployment);
    const said = deployment.parts.find(
      ({ unplanned }) => unplanned !== undefined,
    )?.unplanned;
    const looksUnplanned =
      deployment.parts.some(({ remediates }) => remediates !== undefined) ||
      deployment.shipped.some(isHotfix);
    deployment.isUnplanned =
      deployment.kind === 'rollback' || (said ?? looksUnplanned);
  }
  const judged = incidents.map(incident => {
    const cause = causeOf(incident, counted);
    if (cause) {
      cause.isFailed = true;
      const end = incident.mitigatedAt ?? incident.resolvedAt;
      if (end !== undefined) cause.repairedAt.push(end);
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

/** What a rollback or a remediation says about those before it. */
function repair(counted: readonly Judged[], index: number, by: Judged) {
  const named = by.parts.flatMap(({ remediates }) => remediates ?? []);
  const before = counted.slice(0, index);
  const failed =
    named.length > 0
      ? before.findLast(({ eventIds, sha }) =>
          named.some(name => eventIds.includes(name) || name === sha),
        )
      : by.kind === 'rollback' && afterTarget(before, by);
  if (!failed) return;
  failed.isFailed = true;
  failed.repairedAt.push(by.finishedAt);
}

/** The first deployment after the one that a rollback goes back to. */
function afterTarget(before: readonly Judged[], { version }: Judged) {
  const target = before.findLastIndex(item => item.version === version);
  return target === -1 ? before.at(-1) : before[target + 1];
}

function causeOf(
  { causedBy, impactStartAt, detectedAt }: SeenIncident,
  counted: readonly Judged[],
) {
  const start = impactStartAt ?? detectedAt;
  if (causedBy !== undefined) {
    const named =
      counted.find(({ eventIds }) => eventIds.includes(causedBy)) ??
      counted.findLast(
        ({ sha, finishedAt }) => sha === causedBy && finishedAt <= start,
      );
    if (named) return named;
  }
  const last = counted.findLast(({ finishedAt }) => finishedAt <= start);
  return last && start - last.finishedAt <= CAUSE_WINDOW ? last : undefined;
}
