import type { RequestDetails } from '@backstage/plugin-events-node';

/** A header that came once; undefined otherwise. */
export function header(
  request: RequestDetails,
  name: string,
): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
