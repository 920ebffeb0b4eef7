/** Extra configuration of one git call, e.g. a credential header. */
export type GitConfigEntry = readonly [key: string, value: string];

/** What git and ssh need from the process environment; all else is dropped. */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'SSH_AUTH_SOCK',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
];

/**
 * Configuration of every call. It is passed in the environment, the scope that
 * beats a repository's own `config` file, so a hostile repository cannot name
 * a program to run.
 */
const HARDENED: GitConfigEntry[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.symlinks', 'false'],
  ['core.fsmonitor', 'false'],
  ['core.attributesFile', '/dev/null'],
  ['core.quotePath', 'false'],
  // An empty value clears the helpers that a repository's own file lists.
  ['credential.helper', ''],
  ['protocol.ext.allow', 'never'],
  ['fetch.recurseSubmodules', 'no'],
  ['gc.autoDetach', 'false'],
  ['log.showSignature', 'false'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '30'],
  // Bare repositories on disk may belong to another user (a forge, a mount);
  // nothing in them is executed, so ownership does not matter here.
  ['safe.directory', '*'],
];

/** The complete environment of one git process. */
export function gitEnvironment(options: {
  /** Plain http is for loopback hosts only. */
  allowHttp?: boolean;
  /** What a partial mirror lacks is missing, rather than fetched. */
  offline?: boolean;
  config?: readonly GitConfigEntry[];
  parent?: NodeJS.ProcessEnv;
}): NodeJS.ProcessEnv {
  const parent = options.parent ?? process.env;
  const env: NodeJS.ProcessEnv = {};
  for (const name of INHERITED) {
    if (parent[name] !== undefined) {
      env[name] = parent[name];
    }
  }
  const config = [...HARDENED, ...(options.config ?? [])];
  config.forEach(([key, value], index) => {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  const protocols = options.allowHttp
    ? 'https:ssh:file:http'
    : 'https:ssh:file';
  return {
    ...env,
    // Older git does not know the first; there the fetch has no protocol.
    ...(options.offline && { GIT_NO_LAZY_FETCH: '1' }),
    GIT_ALLOW_PROTOCOL: options.offline ? 'none' : protocols,
    LC_ALL: 'C',
    GIT_CONFIG_COUNT: String(config.length),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_SSH_COMMAND:
      'ssh -oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=10 -oServerAliveCountMax=3',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
  };
}
