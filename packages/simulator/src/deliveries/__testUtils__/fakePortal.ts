import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { gunzipSync } from 'node:zlib';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** The bytes, unpacked. */
  body: string;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A real HTTP server that keeps what it is sent and answers what the test says. */
export async function startFakePortal(
  answer: (request: Received, count: number) => Answer,
) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const item: Received = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: (request.headers['content-encoding'] === 'gzip'
        ? gunzipSync(bytes)
        : bytes
      ).toString('utf8'),
    };
    received.push(item);
    const { status, body, headers } = answer(item, received.length);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(body ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const accepted = (events: number): Answer => ({
  status: 202,
  body: { accepted: events, duplicates: 0, rejected: [], lines: events },
});
