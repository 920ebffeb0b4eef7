const ANY_ORIGIN = 'https://portal.invalid';
const SAFE_SCHEME = /^(https?|mailto):/i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The address a link of a Markdown file means, given the address of that file.
 * Links with a scheme are kept when the scheme is harmless, and dropped otherwise.
 */
export function resolveLink(uri: string, fileHref: string): string {
  if (uri.startsWith('#')) {
    return uri;
  }
  if (HAS_SCHEME.test(uri)) {
    return SAFE_SCHEME.test(uri) ? uri : '';
  }
  const url = new URL(uri, `${ANY_ORIGIN}${fileHref}`);
  return url.origin === ANY_ORIGIN
    ? `${url.pathname}${url.search}${url.hash}`
    : url.href;
}
