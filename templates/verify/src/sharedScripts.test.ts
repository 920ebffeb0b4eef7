import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { TEMPLATES } from './templates';

const run = promisify(execFile);
const SCRIPTS = path.join(TEMPLATES, 'common/skeleton/.ci');

describe('scripts of the pipelines', () => {
  let place: string;

  beforeEach(async () => {
    place = await mkdtemp(path.join(tmpdir(), 'scripts-'));
  });
  afterEach(() => rm(place, { recursive: true, force: true }));

  describe('promote.sh', () => {
    const overlay = 'deploy/overlays/dev/kustomization.yaml';
    const git = (folder: string, ...args: string[]) =>
      run('git', ['-C', path.join(place, folder), ...args]);
    const promote = (folder: string, version: string) =>
      run(path.join(SCRIPTS, 'promote.sh'), ['dev', version], {
        cwd: path.join(place, folder),
      });
    const released = async () =>
      (await git('remote.git', 'show', `main:${overlay}`)).stdout;

    async function clone(name: string) {
      await run('git', ['clone', '--quiet', 'remote.git', name], {
        cwd: place,
      });
      await git(name, 'config', 'user.email', 'test@example.com');
      await git(name, 'config', 'user.name', 'test');
    }

    async function push(name: string, file: string, content: string) {
      const target = path.join(place, name, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
      await git(name, 'add', '.');
      await git(name, 'commit', '--quiet', '--message', `add ${file}`);
      await git(name, 'push', '--quiet', 'origin', 'HEAD:main');
    }

    beforeEach(async () => {
      const init = ['init', '--quiet', '--bare', '--initial-branch=main'];
      await run('git', [...init, 'remote.git'], { cwd: place });
      await clone('one');
      await push(
        'one',
        overlay,
        "images:\n  - name: shop\n    newTag: 'unreleased'\n",
      );
      await clone('two');
    });

    it('writes the version into the overlay and pushes that', async () => {
      await promote('one', 'abc123');

      expect(await released()).toContain("    newTag: 'abc123'\n");
      const { stdout } = await git('remote.git', 'log', '-1', '--format=%s');
      expect(stdout).toBe('chore(release): abc123 to dev [skip ci]\n');
    });

    it('does nothing a second time', async () => {
      await promote('one', 'abc123');
      const { stdout } = await promote('two', 'abc123');

      expect(stdout).toContain('dev already has version abc123');
      const { stdout: count } = await git(
        'remote.git',
        'rev-list',
        '--count',
        'main',
      );
      expect(count.trim()).toBe('2');
    });

    it('goes on from what others pushed in between', async () => {
      await push('one', 'README.md', 'new');

      await promote('two', 'def456');

      expect(await released()).toContain("newTag: 'def456'");
      const { stdout } = await git('remote.git', 'log', '--format=%s', 'main');
      expect(stdout).toContain('add README.md');
    });
  });

  describe('report-deployment.sh', () => {
    async function report(status: number) {
      let received: { url?: string; token?: string; body: string } | undefined;
      const server = createServer(async (request, response) => {
        received = {
          url: request.url,
          token: request.headers.authorization,
          body: await text(request),
        };
        response.writeHead(status).end('{"reason":"said so"}');
      });
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as { port: number };
      await mkdir(path.join(place, '.ci'));
      await writeFile(
        path.join(place, '.ci/service.env'),
        `SERVICE_REF=component:default/shop\nWAYMARK_URL=http://127.0.0.1:${port}\n`,
      );
      const script = path.join(SCRIPTS, 'report-deployment.sh');
      const args = ['staging', 'abc123', 'run-7', 'https://ci.example.com/7'];
      const ended = await run(script, args, {
        cwd: place,
        env: { ...process.env, WAYMARK_TOKEN: 'token-of-the-job' },
      }).then(
        () => ({ failed: false, output: '' }),
        error => ({ failed: true, output: `${error.stdout}${error.stderr}` }),
      );
      server.close();
      return { received, ...ended };
    }

    it('sends what the portal understands, with the identity of the job', async () => {
      const { received, failed } = await report(202);

      expect(failed).toBe(false);
      expect(received?.url).toBe('/api/dora/events');
      expect(received?.token).toBe('Bearer token-of-the-job');
      expect(JSON.parse(received?.body ?? '')).toEqual({
        context: {
          specversion: '0.5.1',
          id: 'run-7-staging',
          source: '/ci/component:default/shop',
          type: 'dev.cdevents.service.deployed.0.3.0',
          timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        },
        subject: {
          id: 'component:default/shop',
          content: { environment: { id: 'staging' } },
        },
        customData: {
          commitSha: 'abc123',
          version: 'abc123',
          runUrl: 'https://ci.example.com/7',
        },
      });
    });

    it('fails, and says why, when the portal refuses', async () => {
      const { failed, output } = await report(403);

      expect(failed).toBe(true);
      expect(output).toContain('said so');
    });
  });
});
