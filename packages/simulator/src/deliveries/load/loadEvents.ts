import { createFastRandom } from './fastRandom';
import {
  cumulativeWeights,
  loadService,
  shareOf,
  type LoadProfile,
} from './loadProfile';

const DAY_MS = 86_400_000;
const MONTH_MS = 30.4375 * DAY_MS;
const HOUR_MS = 3_600_000;

const iso = (at: number) => new Date(at).toISOString();

/**
 * CDEvents of an organisation of any size, one line each, the latest month
 * first and roughly in order within it. Every number of the profile is met
 * exactly. A line is made when it is asked for; nothing is kept but where each
 * service is.
 *
 * Simpler than the model: a load, not a story. Every deployment ships the
 * changes since the one before it, one in thirty is a rollback, one in
 * twenty-five of the jobs fails.
 */
export function* loadEvents(profile: LoadProfile): Generator<string> {
  const { services, months, until } = profile;
  const start = until - months * MONTH_MS;
  const weights = cumulativeWeights(services);
  const cut = (total: number, index: number) =>
    index < 0 ? 0 : Math.round(total * weights[index]);

  for (let month = months - 1; month >= 0; month--) {
    for (let index = 0; index < services; index++) {
      // What belongs to a service, and of that what belongs to the month.
      const own = (total: number) => cut(total, index) - cut(total, index - 1);
      const total = {
        deployments: own(profile.deployments),
        changes: own(profile.changes),
        incidents: own(profile.incidents),
      };
      yield* serviceMonth({ profile, start, index, month, total });
    }
  }
}

interface ServiceMonth {
  profile: LoadProfile;
  start: number;
  index: number;
  month: number;
  total: { deployments: number; changes: number; incidents: number };
}

function* serviceMonth(options: ServiceMonth): Generator<string> {
  const { profile, start, index, month, total } = options;
  const { months, seed } = profile;
  const random = createFastRandom(
    Math.imul(seed + 1, 0x85ebca6b) ^ (index * months + month),
  );
  const service = loadService(index);
  const from = shareOf(total.deployments, month, months);
  const to = shareOf(total.deployments, month + 1, months);
  // Without deployments there are changes and incidents all the same.
  const steps = Math.max(1, to - from);
  const changes = rangeOf(total.changes, month, months);
  const incidents = rangeOf(total.incidents, month, months);
  let version = random.sha();
  let before = version;

  for (let step = 0; step < steps; step++) {
    const finishedAt =
      start + (month + (step + random.next() * 0.9) / steps) * MONTH_MS;
    const shipped: string[] = [];
    const firstChange = shareOf(changes.count, step, steps);
    const lastChange = shareOf(changes.count, step + 1, steps);
    for (let i = firstChange; i < lastChange; i++) {
      const id = `load/${index}#${changes.first + i + 1}`;
      shipped.push(id);
      yield changeLine(random, service, index, id, finishedAt);
    }
    let failed = '';
    if (from + step < to) {
      const isRollback = step > 0 && random.next() < 1 / 30;
      failed = random.uuid();
      const next = isRollback ? before : random.sha();
      before = version;
      version = next;
      yield deploymentLine(random, {
        id: failed,
        service,
        index,
        finishedAt,
        version,
        isRollback,
        shipped: isRollback ? [] : shipped,
      });
    }
    const firstIncident = shareOf(incidents.count, step, steps);
    const lastIncident = shareOf(incidents.count, step + 1, steps);
    for (let i = firstIncident; i < lastIncident; i++) {
      yield incidentLine(random, {
        key: `load-${index}-${incidents.first + i + 1}`,
        service,
        at: Math.min(finishedAt + random.next() * 6 * HOUR_MS, profile.until),
        cause: random.next() < 0.5 ? failed : '',
      });
    }
  }
}

function rangeOf(total: number, month: number, months: number) {
  const first = shareOf(total, month, months);
  return { first, count: shareOf(total, month + 1, months) - first };
}

type Random = ReturnType<typeof createFastRandom>;

const context = (id: string, source: string, type: string, at: number) =>
  `{"context":{"specversion":"0.5.1","id":"${id}","source":"${source}","type":"dev.cdevents.${type}","timestamp":"${iso(
    at,
  )}"}`;

function changeLine(
  random: Random,
  service: string,
  index: number,
  id: string,
  deployedAt: number,
) {
  const mergedAt = deployedAt - (0.2 + random.next() ** 3 * 60) * HOUR_MS;
  const reviewedAt = mergedAt - random.next() ** 2 * 40 * HOUR_MS;
  const openedAt = reviewedAt - random.next() ** 2 * 30 * HOUR_MS;
  const firstAt = openedAt - random.next() ** 2 * 50 * HOUR_MS;
  const sha = random.sha();
  const isBot = random.next() < 0.15;
  const lines = Math.ceil(random.next() ** 4 * 800);
  const label = random.next() < 0.02 ? '"hotfix"' : '';
  return `${context(
    random.uuid(),
    `/scm/load/${index}`,
    'change.merged.0.3.0',
    mergedAt,
  )},"subject":{"id":"${id}","source":"/scm/load/${index}","content":{"repository":{"id":"load/${index}"}}},"customData":{"service":"${service}","title":"Change ${id}","firstCommitAt":"${iso(
    firstAt,
  )}","openedAt":"${iso(openedAt)}","firstReviewAt":"${iso(
    reviewedAt,
  )}","approvedAt":"${iso(reviewedAt)}","mergedAt":"${iso(
    mergedAt,
  )}","mergeCommitSha":"${sha}","commitShas":["${sha}"],"isBot":${isBot},"additions":${lines},"deletions":${
    lines >> 1
  },"labels":[${label}]}}`;
}

function deploymentLine(
  random: Random,
  deployment: {
    id: string;
    service: string;
    index: number;
    finishedAt: number;
    version: string;
    isRollback: boolean;
    shipped: string[];
  },
) {
  const { id, service, index, finishedAt, version, isRollback, shipped } =
    deployment;
  const dice = random.next();
  let result = 'success';
  if (dice < 0.03) result = 'failure';
  else if (dice < 0.04) result = 'canceled';
  const startedAt = finishedAt - (2 + random.next() * 12) * 60_000;
  const type = isRollback ? 'rolledback' : 'deployed';
  const ships = isRollback ? '' : `,"changeIds":${JSON.stringify(shipped)}`;
  return `${context(
    id,
    `/ci/load/${index}`,
    `service.${type}.0.3.0`,
    finishedAt,
  )},"subject":{"id":"${service}","content":{"environment":{"id":"production"},"artifactId":"pkg:oci/load-${index}@sha256%3A${version}"}},"customData":{"startedAt":"${iso(
    startedAt,
  )}","finishedAt":"${iso(
    finishedAt,
  )}","commitSha":"${version}","repository":"load/${index}","result":"${result}"${ships}}}`;
}

function incidentLine(
  random: Random,
  incident: { key: string; service: string; at: number; cause: string },
) {
  const { key, service, at, cause } = incident;
  const severity = 1 + Math.floor(random.next() * 3);
  const minutes = 10 + random.next() ** 3 * 2_000;
  const mitigatedAt = iso(at + minutes * 60_000);
  const blame = cause === '' ? '' : `,"causedBy":"${cause}"`;
  return `${context(
    random.uuid(),
    '/incidents/load',
    'incident.detected.0.3.0',
    at,
  )},"subject":{"id":"${key}","content":{"description":"Load","environment":{"id":"production"},"service":{"id":"${service}"}}},"customData":{"severity":"sev${severity}","impactStartAt":"${iso(
    at,
  )}","mitigatedAt":"${mitigatedAt}"${blame}}}`;
}
