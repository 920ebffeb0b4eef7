import { fileURLToPath } from 'node:url';
import { isAbsolute } from 'node:path';
import { InputError } from '@backstage/errors';

/** A repository address, told apart by how it is reached. */
export type GitRemote =
  | { kind: 'local'; path: string }
  | { kind: 'ssh'; url: string; host: string }
  | {
      kind: 'http';
      /** Without user info. */
      url: string;
      host: string;
      /** Plain http, which is for loopback hosts only. */
      plain: boolean;
      /** User info that was part of the URL. */
      userInfo?: { username: string; password: string };
    };

// user@host:path, the form without a scheme. `host::path` would be a helper.
const SCP_LIKE = /^(?:[\w.-]+@)([\w.-]+|\[[0-9a-f:]+\]):(?!:)(?!-)[^\s]+$/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads a repository address: https, ssh (also `git@host:path`), file URLs or
 * an absolute path. Anything else, `ext::` helpers included, is refused.
 */
export function parseRemote(address: string): GitRemote {
  if (isAbsolute(address)) {
    return { kind: 'local', path: address };
  }
  const scp = SCP_LIKE.exec(address);
  if (scp) {
    return { kind: 'ssh', url: address, host: scp[1] };
  }
  const url = parseUrl(address);
  switch (url.protocol) {
    case 'file:':
      return { kind: 'local', path: fileURLToPath(url) };
    case 'ssh:':
      if (url.hostname === '' || url.hostname.startsWith('-')) {
        throw refusal(address);
      }
      url.password = '';
      return { kind: 'ssh', url: url.toString(), host: url.hostname };
    case 'https:':
      return httpRemote(url, false);
    case 'http:':
      if (!LOOPBACK.test(url.hostname)) {
        throw new InputError(
          `Plain http is allowed for this machine only, not for ${url.host}; use https or ssh`,
        );
      }
      return httpRemote(url, true);
    default:
      throw refusal(address);
  }
}

function parseUrl(address: string): URL {
  // WHATWG URL parsing drops tabs and line breaks; git would not.
  // eslint-disable-next-line no-control-regex -- they are what is refused
  if (/[\u0000-\u0020]/.test(address) || address.includes('::')) {
    throw refusal(address);
  }
  try {
    return new URL(address);
  } catch {
    throw refusal(address);
  }
}

function httpRemote(url: URL, plain: boolean): GitRemote {
  const userInfo =
    url.username || url.password
      ? {
          username: decodeURIComponent(url.username),
          password: decodeURIComponent(url.password),
        }
      : undefined;
  url.username = '';
  url.password = '';
  return { kind: 'http', url: url.toString(), host: url.host, plain, userInfo };
}

function refusal(address: string): InputError {
  const shown = address.replace(/\/\/[^/]*@/, '//').slice(0, 200);
  return new InputError(
    `Not a Git address that is allowed here: ${JSON.stringify(
      shown,
    )}; use https, ssh, file or an absolute path`,
  );
}
