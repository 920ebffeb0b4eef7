import { checkLog, metricsOfRules, settings, startCommand } from './program';
import type { Repository } from './program';
import { freePort, start, until } from './processes';
import type { Step } from './steps';

const STOP_LIMIT_MS = 10_000;

async function status(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}

/** Starts the service as the image does, asks what Kubernetes and Prometheus ask, and stops it. */
export async function tryService(
  repository: Repository,
  step: Step,
): Promise<void> {
  const { folder, values, plan } = repository;
  const port = await freePort();
  const metricsPort =
    values.metricsPort === values.port ? port : await freePort();
  const env = settings(repository, {
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    LOG_LEVEL: 'info',
  });
  const service = start(startCommand(folder), { cwd: folder, env });
  const at = `http://127.0.0.1:${port}`;
  try {
    await step('start', async () => {
      const path = plan.readyz === 'ready' ? '/readyz' : '/healthz';
      await until(`200 of ${path}`, service, async () => {
        return (await status(`${at}${path}`)) === 200;
      });
    });
    await step('probes', async () => {
      const [healthz, readyz] = await Promise.all(
        ['/healthz', '/readyz'].map(path => status(`${at}${path}`)),
      );
      const expected = plan.readyz === 'ready' ? [200] : [200, 503];
      if (healthz !== 200 || !expected.includes(readyz ?? 0)) {
        throw new Error(`/healthz is ${healthz}, /readyz is ${readyz}`);
      }
    });
    await step('metrics', async () => {
      const url = `http://127.0.0.1:${metricsPort}/metrics`;
      const text = await (await fetch(url)).text();
      const missing = metricsOfRules(folder).filter(
        name => !new RegExp(`^# TYPE ${name}(_total)? `, 'm').test(text),
      );
      if (missing.length > 0) {
        throw new Error(
          `the rules ask for ${missing}, and ${url} has:\n${text}`,
        );
      }
    });
    await step('graceful stop', async () => {
      service.kill('SIGTERM');
      const { code } = await service.endedWithin(STOP_LIMIT_MS);
      if (code !== 0) {
        throw new Error(`ended with code ${code}\n${service.output()}`);
      }
    });
    await step('log', async () => {
      checkLog(service.output());
    });
  } finally {
    service.kill('SIGKILL');
  }
}
