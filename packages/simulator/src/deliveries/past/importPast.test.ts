import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMALL } from '../../__testUtils__/settings';
import { generate } from '../../generate';
import {
  accepted,
  startFakePortal,
  type Answer,
  type Received,
} from '../__testUtils__/fakePortal';
import { importPast } from './importPast';

const linesOf = ({ body }: Received) =>
  body
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
const isImport = ({ path }: Received) => path.startsWith('/api/dora/import');
const monthOf = (request: Received) =>
  linesOf(request)[0].context.timestamp.slice(0, 7);

/** A portal where everything goes well, but for what the test says. */
const portalWith =
  (other: (request: Received, count: number) => Answer | undefined) =>
  (request: Received, count: number): Answer => {
    const answer = other(request, count);
    if (answer) return answer;
    if (isImport(request)) return accepted(linesOf(request).length);
    if (request.path.startsWith('/api/dora/deployments'))
      return { status: 200, body: { items: [{}], nextCursor: null } };
    return { status: 200 };
  };

describe('the import of the past', () => {
  let folder: string;
  let total: number;
  let close: (() => Promise<void>) | undefined;

  const start = async (
    other: Parameters<typeof portalWith>[0] = () => undefined,
  ) => {
    const portal = await startFakePortal(portalWith(other));
    close = portal.close;
    return portal;
  };
  const run = (url: string, pauses: number[] = []) =>
    importPast({
      folder,
      url,
      token: 'secret-token',
      now: () => new Date('2026-07-01T00:00:00Z'),
      attempts: {
        sleep: async milliseconds => {
          pauses.push(milliseconds);
        },
      },
    });
  const status = async () =>
    JSON.parse(
      await readFile(join(folder, 'deliveries', 'import.json'), 'utf8'),
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulator-import-'));
    const summary = await generate({
      folder,
      settings: { ...SMALL, services: 8 },
    });
    total = summary.deliveryEvents;
  }, 60_000);
  afterEach(async () => {
    await close?.();
    await rm(join(folder, 'deliveries', 'import.json'), { force: true });
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it('maps the regions, then sends every month once, the latest first', async () => {
    const portal = await start();
    expect(await run(portal.url)).toMatchObject({
      state: 'done',
      events: total,
      totalEvents: total,
      rejected: 0,
    });
    const [probe, ...rest] = portal.received;
    expect(probe.path).toBe('/api/dora/quality');
    const mappings = rest.filter(({ method }) => method === 'PUT');
    expect(mappings.map(({ body }) => JSON.parse(body))).toEqual(
      ['prod-eu', 'prod-us'].map(name => ({
        kind: 'environment',
        source: '*',
        name,
        tier: 'production',
      })),
    );
    const imports = rest.filter(isImport);
    expect(imports.map(monthOf)).toEqual([
      '2026-06',
      '2026-05',
      '2026-04',
      '2026-03',
    ]);
    expect(imports.flatMap(linesOf)).toHaveLength(total);
    for (const { path, headers } of imports) {
      expect(path).toBe('/api/dora/import?origin=example');
      expect(headers).toMatchObject({
        authorization: 'Bearer secret-token',
        'content-type': 'application/x-ndjson',
        'content-encoding': 'gzip',
      });
    }
    expect(await status()).toMatchObject({ state: 'done', events: total });

    const before = portal.received.length;
    await run(portal.url);
    expect(portal.received.slice(before).filter(isImport)).toEqual([]);
  });

  it('goes on where it stopped', async () => {
    let isBroken = true;
    const portal = await start(request =>
      isBroken && isImport(request) && monthOf(request) === '2026-05'
        ? { status: 400, body: { error: { message: 'body: no' } } }
        : undefined,
    );
    await expect(run(portal.url)).rejects.toThrow(
      /does not take .*2026-05.*\(400\): body: no/,
    );
    expect(await status()).toMatchObject({
      state: 'failed',
      months: ['2026-06'],
    });

    isBroken = false;
    const before = portal.received.length;
    expect(await run(portal.url)).toMatchObject({
      state: 'done',
      events: total,
    });
    const again = portal.received.slice(before).filter(isImport).map(monthOf);
    expect(again).toEqual(['2026-05', '2026-04', '2026-03']);
  });

  it('waits for a portal that is away or overloaded', async () => {
    let refusals = 0;
    const portal = await start(request => {
      if (!isImport(request) || refusals >= 3) return undefined;
      refusals += 1;
      return refusals === 2
        ? { status: 429, headers: { 'retry-after': '7' } }
        : { status: 503 };
    });
    const pauses: number[] = [];
    expect(await run(portal.url, pauses)).toMatchObject({
      state: 'done',
      events: total,
    });
    expect(pauses).toEqual([1_000, 7_000, 4_000]);
  });

  it('begins anew where the portal knows nothing of what it was sent', async () => {
    const portal = await start(({ path }) =>
      path.startsWith('/api/dora/deployments')
        ? { status: 200, body: { items: [], nextCursor: null } }
        : undefined,
    );
    await run(portal.url);
    const before = portal.received.length;
    expect(await run(portal.url)).toMatchObject({ events: total });
    expect(portal.received.slice(before).filter(isImport)).toHaveLength(4);
  });

  it('says so once where there are no delivery metrics', async () => {
    const portal = await start(() => ({ status: 404 }));
    expect(await run(portal.url)).toMatchObject({ state: 'absent', events: 0 });
    expect(portal.received).toHaveLength(1);
  });

  it('names the permissions where the token has none', async () => {
    const portal = await start(() => ({ status: 403 }));
    await expect(run(portal.url)).rejects.toThrow('dora.import');
  });
});
