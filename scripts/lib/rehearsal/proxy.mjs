import { createServer } from 'node:http';

const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const PROBE_EVERY_MS = 500;
/** As in the chart: so long for an answer, so many bad ones before no request is sent there. */
const PROBE_TIMEOUT_MS = 3_000;
const FAILURE_THRESHOLD = 2;
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding'];

async function bodyOf(req) {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  return chunks.length > 0 ? Buffer.concat(chunks) : undefined;
}

/** Sends one request to one replica and waits for the whole answer, so that it can be repeated. */
async function ask(target, req, body) {
  const headers = { ...req.headers, 'x-forwarded-for': '192.0.2.1' };
  for (const name of [...HOP_BY_HOP, 'content-length']) delete headers[name];
  const response = await fetch(`${target}${req.url}`, {
    method: req.method,
    headers: { ...headers, 'accept-encoding': 'identity' },
    body,
    redirect: 'manual',
  });
  return { response, content: Buffer.from(await response.arrayBuffer()) };
}

/**
 * What stands in front of replicas in production, in small: asks each for its readiness, sends
 * requests round to those that are ready, and repeats idempotent ones elsewhere when a replica
 * breaks off.
 */
export async function startProxy() {
  /** Bad answers in a row of each replica; one that answers well gets requests. */
  const failures = new Map();
  const counts = { requests: 0, repeated: 0 };
  let turn = 0;

  const probe = async target => {
    const answer = await fetch(`${target}/.backstage/health/v1/readiness`, {
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    }).catch(() => undefined);
    if (failures.has(target)) {
      failures.set(target, answer?.ok ? 0 : failures.get(target) + 1);
    }
  };
  const timer = setInterval(
    () => [...failures.keys()].forEach(probe),
    PROBE_EVERY_MS,
  );

  const choose = tried => {
    const targets = [...failures.keys()].filter(
      target => failures.get(target) < FAILURE_THRESHOLD && !tried.has(target),
    );
    turn += 1;
    return targets[turn % targets.length];
  };

  const server = createServer(async (req, res) => {
    counts.requests += 1;
    const body = await bodyOf(req);
    const tried = new Set();
    for (;;) {
      const target = choose(tried);
      if (!target) {
        res.writeHead(503).end('no replica is ready');
        return;
      }
      tried.add(target);
      try {
        const { response, content } = await ask(target, req, body);
        for (const [name, value] of response.headers) {
          if (!HOP_BY_HOP.includes(name) && name !== 'set-cookie')
            res.setHeader(name, value);
        }
        const cookies = response.headers.getSetCookie();
        if (cookies.length > 0) res.setHeader('set-cookie', cookies);
        res.writeHead(response.status).end(content);
        return;
      } catch (error) {
        if (!IDEMPOTENT.has(req.method)) {
          res.writeHead(502).end(String(error.cause ?? error));
          return;
        }
        counts.repeated += 1;
      }
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    counts,
    async add(target) {
      failures.set(target, FAILURE_THRESHOLD);
      await probe(target);
    },
    remove: target => failures.delete(target),
    async stop() {
      clearInterval(timer);
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
