import { isIPv4 } from 'node:net';

/**
 * True for `localhost` and loopback addresses only.
 *
 * Other names are not resolved: what they mean may change after the check.
 *
 * @param host - without port; IPv6 with or without brackets
 */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLocaleLowerCase('en-US').replace(/^\[(.*)\]$/, '$1');
  return (
    name === 'localhost' ||
    name === '::1' ||
    (isIPv4(name) && name.startsWith('127.'))
  );
}

/** The same for a URL; what is no URL is not loopback. */
export function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopbackHost(new URL(url).hostname);
}
