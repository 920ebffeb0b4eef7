import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { RunningRequests } from './RunningRequests';

/** The part of the root lifecycle that knows what comes before shutdown. */
export interface BeforeShutdown {
  addBeforeShutdownHook(hook: () => Promise<void>): void;
}

/**
 * Ends a server without cutting off what it has begun.
 *
 * Before shutdown: balancers are given `delayMs` to notice, then requests that
 * run are given `requestTimeoutMs`; databases are open all that time. At
 * shutdown, whatever is left (event streams, WebSockets, idle connections) is
 * closed: Node would wait for it for ever.
 */
export function drainOnShutdown(options: {
  server: Server;
  requests: RunningRequests;
  lifecycle: LifecycleService & BeforeShutdown;
  logger: LoggerService;
  delayMs: number;
  requestTimeoutMs: number;
}): void {
  const { server, requests, lifecycle, logger } = options;
  // Not by `upgrade`: a server with a listener for it hands WebSockets to no other.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  lifecycle.addBeforeShutdownHook(async () => {
    requests.drain();
    await sleep(options.delayMs);
    await requests.untilIdle(options.requestTimeoutMs);
    if (requests.count > 0) {
      logger.warn(
        `Shutting down although ${requests.count} requests are not answered after ${options.requestTimeoutMs} ms`,
      );
    }
  });
  lifecycle.addShutdownHook(() => {
    // After the current turn, in which the server stops listening.
    setImmediate(() => sockets.forEach(socket => socket.destroy()));
  });
}
