import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { seconds } from './figures.mjs';
import { openLoop } from './open-loop.mjs';
import { until } from './portal-tasks.mjs';
import {
  serviceRef,
  startWithServices,
  teamCount,
  teamRef,
} from './services.mjs';
import { importLoad } from './simulator.mjs';
import { tablesOf } from './tables.mjs';

const CLIENTS = 8;
const PER_SECOND = 20;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** What dashboards ask for: a year by months, a quarter by weeks, four weeks by days. */
const WINDOWS = [
  { days: 365, interval: 'month' },
  { days: 90, interval: 'week' },
  { days: 28, interval: 'day' },
];
const PERSON = 'user:default/local-administrator';
const IMPORT_LIMIT_MS = 4 * HOUR_MS;

const localDate = at => new Date(at).toISOString().slice(0, 10);

function metricsUrl({ scope, days, interval }) {
  const tomorrow = Date.now() + DAY_MS;
  const query = new URLSearchParams({
    from: localDate(tomorrow - days * DAY_MS),
    to: localDate(tomorrow),
    interval,
    ...(scope && { scope }),
  });
  return `/api/dora/metrics?${query}`;
}

/** The whole past, through the API, until every deployment is in the figures. */
async function importPast({ ask, portal, size, tell }) {
  const token = await readFile(path.join(portal.folder, 'admin-token'), 'utf8');
  const { deployments, changes, incidents, services, months } = size;
  tell(`importing ${deployments + changes + incidents} events`);
  const begun = Date.now();
  const figures = () =>
    ask(metricsUrl({ days: 31 * (months + 1), interval: 'month' }));
  const telling = setInterval(
    () =>
      figures().then(
        ({ deploymentJobs, freshness }) =>
          tell(
            `${freshness.pendingEvents} events wait; ${deploymentJobs.total} of ${deployments} deployments are in the figures`,
          ),
        () => {},
      ),
    30_000,
  );
  try {
    const reply = await importLoad({
      url: portal.url,
      token,
      services,
      months,
      deployments,
      changes,
      incidents,
    });
    const acceptedAt = Date.now();
    tell(`${reply.accepted} accepted, ${reply.rejected.length} rejected`);
    await until(
      figures,
      ({ deploymentJobs, freshness }) =>
        freshness.pendingEvents === 0 && deploymentJobs.total >= deployments,
      2_000,
      'The past being in the figures',
      IMPORT_LIMIT_MS,
    );
    const visibleAt = Date.now();
    return {
      events: reply.accepted,
      rejected: reply.rejected.length,
      acceptedSeconds: seconds(acceptedAt - begun),
      visibleSeconds: seconds(visibleAt - begun),
      eventsPerSecond: Math.round(
        reply.accepted / ((visibleAt - begun) / 1_000),
      ),
    };
  } finally {
    clearInterval(telling);
  }
}

/** A token of that person, as the browser would get one. */
async function personToken(url) {
  const response = await fetch(`${url}/api/auth/example/refresh`, {
    headers: {
      'x-waymark-person': PERSON,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}

/** Figures of services, teams and the organisation, each in every window. */
async function readAll({ portal, token, size, duration, tell, who }) {
  const get = async target => {
    const response = await fetch(`${portal.url}${target}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${response.status} ${text.slice(0, 300)}`);
  };
  const scopes = {
    service: number => serviceRef((number * 7_919) % size.services),
    team: number => teamRef((number * 7_919) % teamCount(size.services)),
    organisation: () => undefined,
  };
  const results = {};
  for (const [name, scopeOf] of Object.entries(scopes)) {
    tell(`reading as ${who}: ${name}`);
    results[name] = await openLoop({
      perSecond: PER_SECOND,
      seconds: duration,
      clients: CLIENTS,
      send: number =>
        get(
          metricsUrl({
            scope: scopeOf(number),
            ...WINDOWS[number % WINDOWS.length],
          }),
        ),
    });
  }
  return results;
}

/** Measures the figures of a whole organisation at full size, as dashboards ask for them. */
export async function run({ portal, size, tell }) {
  const { ask, memory } = await startWithServices({
    portal,
    services: size.services,
    tell,
  });
  const past = await importPast({ ask, portal, size, tell });
  const serviceToken = await readFile(
    path.join(portal.folder, 'admin-token'),
    'utf8',
  );
  const reading = { portal, size, duration: size.seconds, tell };
  const service = await readAll({
    ...reading,
    token: serviceToken,
    who: 'a service',
  });
  const person = await readAll({
    ...reading,
    token: await personToken(portal.url),
    who: 'a person',
  });
  const limitsOf = (name, limit) =>
    Object.fromEntries(
      ['service', 'team', 'organisation'].flatMap(scope => [
        [`${name}.${scope}.p95`, limit],
        [`${name}.${scope}.failures`, 0],
      ]),
    );
  return {
    principal: `byService: external access token (a service principal, no policy); byPerson: ${PERSON}, through the permission policy`,
    data: {
      ...size,
      loaded: '`simulator load`, through POST /api/dora/import as one stream',
      reads: `GET /api/dora/metrics, open loop of ${PER_SECOND} requests/s by ${CLIENTS} clients for ${
        size.seconds
      } s each; windows in turn: ${WINDOWS.map(
        ({ days, interval }) => `${days} days by ${interval}`,
      ).join(', ')}; another service or team with every request`,
      unit: 'milliseconds',
    },
    measured: {
      past,
      byService: service,
      byPerson: person,
      tables: await tablesOf(portal.folder, 'dora'),
      backendMemoryMiB: { peak: memory().peak },
    },
    limits: { ...limitsOf('byService', 60), ...limitsOf('byPerson', 150) },
  };
}
