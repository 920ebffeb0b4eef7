import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import express, { type Response } from 'express';
import { drainOnShutdown } from './drainOnShutdown';
import { RunningRequests } from './RunningRequests';

type Hook = () => void | Promise<void>;

/** A server whose answers the test sends when it likes. */
async function setup(options: { requestTimeoutMs: number }) {
  const before: Hook[] = [];
  const hooks: Hook[] = [];
  const requests = new RunningRequests();
  const pending: Response[] = [];
  const app = express();
  app.use(requests.middleware);
  app.get('/api/tasks/eventstream', (_req, res) => {
    res.writeHead(200);
    res.write('data: 1\n\n');
  });
  app.get('/quick', (_req, res) => res.send('ok'));
  app.get('/slow', (_req, res) => pending.push(res));
  const server = app.listen(0, '127.0.0.1');
  server.on('upgrade', (_req, socket) => {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
    );
  });
  await new Promise(resolve => server.once('listening', resolve));
  const logger = mockServices.logger.mock();
  drainOnShutdown({
    server,
    requests,
    lifecycle: {
      ...mockServices.lifecycle.mock(),
      addBeforeShutdownHook: hook => before.push(hook),
      addShutdownHook: hook => hooks.push(hook),
    },
    logger,
    delayMs: 0,
    ...options,
  });
  // As Backstage does it, after ours.
  hooks.push(() => new Promise<void>(resolve => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  const run = (all: Hook[]) => Promise.all(all.map(hook => hook()));
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    logger,
    pending,
    beforeShutdown: () => run(before),
    shutdown: () => run(hooks),
  };
}

const arrived = async (pending: Response[]) => {
  while (pending.length === 0) await new Promise(setImmediate);
};

describe('drainOnShutdown', () => {
  it('lets a request end that had begun, and keeps no connection for another', async () => {
    const { url, pending, beforeShutdown, shutdown } = await setup({
      requestTimeoutMs: 60_000,
    });
    const slow = fetch(`${url}/slow`);
    await arrived(pending);
    const drained = beforeShutdown();
    const late = await fetch(`${url}/quick`);
    expect([late.status, late.headers.get('connection')]).toEqual([
      200,
      'close',
    ]);
    pending[0].send('finished');
    await drained;
    await expect(slow.then(answer => answer.text())).resolves.toBe('finished');
    await shutdown();
  });

  it('gives up on a request that never ends, and says so', async () => {
    const { url, pending, logger, beforeShutdown, shutdown } = await setup({
      requestTimeoutMs: 20,
    });
    const slow = fetch(`${url}/slow`);
    const cut = slow.then(
      () => 'answered',
      () => 'cut',
    );
    await arrived(pending);
    await beforeShutdown();
    expect(logger.warn).toHaveBeenCalledWith(
      'Shutting down although 1 requests are not answered after 20 ms',
    );
    await shutdown();
    expect(await cut).toBe('cut');
  });

  it('does not wait for event streams and WebSockets', async () => {
    const { url, port, beforeShutdown, shutdown } = await setup({
      requestTimeoutMs: 60_000,
    });
    const stream = await fetch(`${url}/api/tasks/eventstream`);
    const upgrade = request({
      port,
      headers: { connection: 'Upgrade', upgrade: 'x' },
    });
    const closed = new Promise<IncomingMessage>((resolve, reject) => {
      upgrade.once('error', reject);
      upgrade.once('upgrade', (response, socket) => {
        socket.on('error', () => undefined);
        socket.resume();
        socket.once('close', () => resolve(response));
        beforeShutdown().then(shutdown, reject);
      });
    });
    upgrade.end();
    expect((await closed).statusCode).toBe(101);
    await expect(stream.text()).rejects.toThrow();
  });
});
