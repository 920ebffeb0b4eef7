import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirectory } from '../../domain/directory';
import { buildOrganisation } from '../../domain/organisation';
import type { Settings } from '../../domain/types';
import { generate } from '../../generate';
import type { CdEvent } from '../events/cdevent';
import { toolsOf } from '../model/tools';
import {
  accepted,
  startFakePortal,
  type Answer,
  type Received,
} from '../__testUtils__/fakePortal';
import { live } from './live';
import type { Secrets } from './secrets';
import { createSender } from './sender';

const SETTINGS: Settings = {
  profile: 'ecommerce',
  seed: 3,
  until: '2026-06-22T06:00:00Z',
  services: 40,
  months: 2,
};
const UNTIL = Date.parse(SETTINGS.until) / 1000;
const DAY = 86_400;
const SECRETS: Secrets = {
  github: 'gh',
  gitlab: 'gl',
  argocd: 'ar',
  pagerduty: 'pd',
  alertmanager: 'am',
};

const hmac = (key: string, body: string) =>
  createHmac('sha256', key).update(body).digest('hex');
const targetOf = ({ path }: Received) => path.replace(/^.*\//, '');
/** Batches differ from run to run; what is in them does not. */
const told = (received: readonly Received[]) =>
  new Set(
    received.flatMap(({ path, body }) => {
      const json = JSON.parse(body);
      return (Array.isArray(json) ? json : [json]).map(
        item => `${path} ${JSON.stringify(item)}`,
      );
    }),
  );

/** Named by number, as all of it would be a long read. */
const lost = (from: ReadonlySet<string>, among: ReadonlySet<string>) =>
  [...from].filter(item => !among.has(item)).length;
function difference(found: Received[], expected: Received[]) {
  const [a, b] = [told(found), told(expected)];
  return { lost: lost(b, a), invented: lost(a, b) };
}
const NOTHING = { lost: 0, invented: 0 };

describe('the present', () => {
  let origin: string;
  const folders: string[] = [];
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    origin = await mkdtemp(join(tmpdir(), 'simulator-live-'));
    await generate({ folder: origin, settings: SETTINGS });
  }, 120_000);
  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });
  afterAll(async () => {
    for (const folder of [origin, ...folders])
      await rm(folder, { recursive: true, force: true });
  });

  const copy = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'simulator-live-'));
    folders.push(folder);
    await cp(origin, folder, { recursive: true });
    return folder;
  };
  const portal = async (answer: (request: Received, n: number) => Answer) => {
    const started = await startFakePortal(answer);
    closing.push(started.close);
    return started;
  };
  const friendly = () => portal(() => accepted(1));

  /** Lets it live to an instant, of which it believes that it is the present. */
  const liveUntil = async (
    url: string,
    folder: string,
    end: number,
    said: string[] = [],
  ) => {
    const controller = new AbortController();
    const attempts = { sleep: async () => undefined };
    await live({
      folder,
      sender: createSender({
        url,
        token: 'token',
        secrets: SECRETS,
        say: line => said.push(line),
        attempts,
      }),
      clock: () => end,
      signal: controller.signal,
      say: line => said.push(line),
      // Nothing is left to do.
      sleep: async () => controller.abort(),
    });
  };

  it('signs what tools send, each in its own way', async () => {
    const { url, received } = await friendly();
    await liveUntil(url, await copy(), UNTIL + 7 * DAY);
    const seen = new Set(received.map(targetOf));
    expect([...seen].sort()).toEqual([
      'alertmanager',
      'argocd',
      'events',
      'github',
      'gitlab',
      'pagerduty',
    ]);
    for (const request of received) {
      const { headers, body } = request;
      const proofs: Record<string, [unknown, string]> = {
        github: [headers['x-hub-signature-256'], `sha256=${hmac('gh', body)}`],
        gitlab: [headers['x-gitlab-token'], 'gl'],
        argocd: [headers.authorization, 'Bearer ar'],
        pagerduty: [headers['x-pagerduty-signature'], `v1=${hmac('pd', body)}`],
        alertmanager: [headers.authorization, 'Bearer am'],
        events: [headers.authorization, 'Bearer token'],
      };
      const [actual, expected] = proofs[targetOf(request)];
      expect(actual).toBe(expected);
    }
    const ids = received.flatMap(({ headers }) =>
      headers['x-github-delivery'] ? [headers['x-github-delivery']] : [],
    );
    // Some come twice, the way they do.
    expect(new Set(ids).size).toBeLessThan(ids.length);
    expect(new Set(ids).size).toBeGreaterThan(ids.length * 0.9);
  }, 120_000);

  it('continues the Git repositories, and tools name those commits', async () => {
    const { url, received } = await friendly();
    const folder = await copy();
    await liveUntil(url, folder, UNTIL + 4 * DAY);
    const git = (repository: string, ...args: string[]) =>
      execFileSync(
        'git',
        ['--git-dir', join(folder, 'git', `${repository}.git`), ...args],
        { encoding: 'utf8' },
      ).trim();
    const merges = received
      .filter(({ headers }) => headers['x-github-event'] === 'pull_request')
      .map(({ body }) => JSON.parse(body))
      .filter(({ pull_request: pull }) => pull.merged);
    expect(merges.length).toBeGreaterThan(10);
    for (const { pull_request: pull, repository } of merges) {
      const sha = pull.merge_commit_sha;
      expect(git(repository.full_name, 'cat-file', '-t', sha)).toBe('commit');
      expect(git(repository.full_name, 'log', '-1', '--format=%s', sha)).toBe(
        `${pull.title} (#${pull.number})`,
      );
      expect(
        Number(git(repository.full_name, 'log', '-1', '--format=%ct', sha)),
      ).toBe(Date.parse(pull.merged_at) / 1000);
    }
    for (const { repository } of merges) {
      expect(
        git(
          repository.full_name,
          'fsck',
          '--full',
          '--strict',
          '--no-dangling',
        ),
      ).not.toMatch(/error|missing|broken/);
      const times = git(
        repository.full_name,
        'log',
        '--reverse',
        '--format=%ct',
        'main',
      ).split('\n');
      expect(times).toEqual([...times].sort());
    }
  }, 120_000);

  it('goes on after a pause where it was, and has lost nothing', async () => {
    const straight = await friendly();
    await liveUntil(straight.url, await copy(), UNTIL + 5 * DAY);

    const paused = await friendly();
    const folder = await copy();
    const said: string[] = [];
    await liveUntil(paused.url, folder, UNTIL + 2 * DAY + 4_000);
    const before = paused.received.length;
    await liveUntil(paused.url, folder, UNTIL + 5 * DAY, said);
    expect(said).toEqual(['Catching up 71 hours']);
    expect(difference(paused.received, straight.received)).toEqual(NOTHING);
    // Only what was left, give or take what comes twice anyway.
    expect(paused.received.length).toBeLessThan(
      straight.received.length * 1.1 + 5,
    );
    expect(before).toBeLessThan(paused.received.length);
    const state = JSON.parse(await readFile(join(folder, 'live.json'), 'utf8'));
    expect(state.through).toBe(UNTIL + 5 * DAY);
  }, 120_000);

  it('tells everything to a portal that was away in between', async () => {
    const steady = await friendly();
    await liveUntil(steady.url, await copy(), UNTIL + 3 * DAY);
    const taken: Received[] = [];
    const shaky = await portal((request, count) => {
      // Two in three requests meet a portal that is starting or full.
      if (count % 3 === 1) return { status: 503 };
      if (count % 3 === 2)
        return { status: 429, headers: { 'retry-after': '1' } };
      taken.push(request);
      return accepted(1);
    });
    await liveUntil(shaky.url, await copy(), UNTIL + 3 * DAY);
    expect(difference(taken, steady.received)).toEqual(NOTHING);
  }, 120_000);

  it('says once what the portal refuses, and goes on', async () => {
    const { url } = await portal(({ path }) =>
      path.endsWith('/github')
        ? { status: 401, body: { error: { message: 'closed' } } }
        : accepted(1),
    );
    const said: string[] = [];
    const folder = await copy();
    await liveUntil(url, folder, UNTIL + 2 * DAY, said);
    expect(said.filter(line => line.startsWith('github:'))).toEqual([
      'github: refused with 401: closed',
    ]);
    const state = JSON.parse(await readFile(join(folder, 'live.json'), 'utf8'));
    expect(state.refused).toBeGreaterThan(0);
    expect(state.sent).toBeGreaterThan(0);
  }, 120_000);

  it('never speaks for a team that only Git knows, nor of what is to come', async () => {
    const { url, received } = await friendly();
    const end = UNTIL + 5 * DAY;
    await liveUntil(url, await copy(), end);
    const organisation = createDirectory(
      buildOrganisation(SETTINGS),
    ).organisation;
    const silent = organisation.services.filter(
      ({ name }) => toolsOf(organisation).get(name)?.name === 'git',
    );
    expect(silent.length).toBeGreaterThan(0);
    const all = [...told(received)];
    for (const { repository } of silent) {
      expect(all.filter(text => text.includes(`"${repository}"`))).toEqual([]);
    }
    for (const { body, path } of received) {
      if (!path.endsWith('/events')) continue;
      for (const event of JSON.parse(body) as CdEvent[]) {
        const at = Date.parse(event.context.timestamp) / 1000;
        expect(at).toBeGreaterThanOrEqual(UNTIL);
        expect(at).toBeLessThanOrEqual(end);
      }
    }
  }, 120_000);
});
