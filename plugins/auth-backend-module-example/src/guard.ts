import type { Config } from '@backstage/config';
import { isLoopbackHost, isLoopbackUrl } from './isLoopbackHost';

/**
 * Whether the example sign-in is switched on.
 *
 * @throws Error naming keys and remedy, if it is on but others than the person
 * at this machine could reach it. Anybody can be anyone there, so a wrong
 * setting must stop the start rather than be a warning.
 */
export function isExampleEnabled(config: Config): boolean {
  if (!config.getOptionalBoolean('waymark.example.enabled')) {
    return false;
  }
  const problems = [
    ...environmentProblems(config),
    ...listenProblems(config),
    ...urlProblems(config, 'app.baseUrl'),
    ...urlProblems(config, 'backend.baseUrl'),
    ...providerProblems(config),
  ];
  if (problems.length > 0) {
    throw new Error(
      `The example sign-in lets anybody be anyone and does not start like this: ${problems.join(
        '; ',
      )}. Or set 'waymark.example.enabled: false'.`,
    );
  }
  return true;
}

function environmentProblems(config: Config): string[] {
  return config.getOptionalString('auth.environment') === 'production'
    ? ["'auth.environment' must not be 'production'"]
    : [];
}

function listenProblems(config: Config): string[] {
  const { key, host } = readListenHost(config);
  if (isLoopbackHost(host)) {
    return [];
  }
  const meaning = host ? `is '${host}'` : 'names no host, so every interface';
  return [`'${key}' ${meaning}; write '127.0.0.1'`];
}

/** As the HTTP server reads it: `<port>`, `<host>:<port>` or an object. */
function readListenHost(config: Config): { key: string; host: string } {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'string') {
    const end = listen.lastIndexOf(':');
    return { key: 'backend.listen', host: listen.slice(0, Math.max(end, 0)) };
  }
  return {
    key: 'backend.listen.host',
    host:
      typeof listen === 'object'
        ? config.getOptionalString('backend.listen.host') ?? ''
        : '',
  };
}

function urlProblems(config: Config, key: string): string[] {
  const url = config.getOptionalString(key) ?? '';
  return isLoopbackUrl(url)
    ? []
    : [`'${key}' is '${url}'; write 'http://localhost:7007'`];
}

function providerProblems(config: Config): string[] {
  return config.has('auth.providers.example')
    ? []
    : ["'auth.providers.example' is missing; write '{}'"];
}
