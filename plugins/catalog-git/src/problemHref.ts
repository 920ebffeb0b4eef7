import type { Problem } from '@waymark/plugin-catalog-git-common';

/**
 * Address of the line a problem is about. The backend says where people see the
 * file, which need not be this portal; the line is ours to add, and within this
 * portal the address is made relative, so that the app stays loaded.
 */
export function problemHref(
  { url, line }: Pick<Problem, 'url' | 'line'>,
  origin: string,
): string {
  const href = inApp(url, origin);
  return line === null || href.includes('#') ? href : `${href}#L${line}`;
}

/** The path of an address of this portal; any other address as it is. */
export function inApp(url: string, origin: string): string {
  return url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
}
