import { InputError } from '@backstage/errors';

const PARAMETER = /:([A-Za-z_][A-Za-z0-9_]*)/g;

/** Names of the `:parameters` of an Express style path, in order. */
export function pathParameters(path: string): string[] {
  return Array.from(path.matchAll(PARAMETER), ([, name]) => name);
}

/** `/a/:b` as `/a/{b}`. */
export function toPathTemplate(path: string): string {
  return path.replace(PARAMETER, '{$1}');
}

/**
 * Fills the parameters of a path.
 *
 * Refuses values that would address another route: nothing at all, and the
 * segments `.` and `..`, which URL parsers resolve even when they are encoded.
 */
export function fillPath(
  path: string,
  params: Readonly<Record<string, unknown>>,
): string {
  return path.replace(PARAMETER, (_, name: string) => {
    const value = String(params[name] ?? '');
    if (value === '' || value === '.' || value === '..') {
      throw new InputError(
        `Path parameter '${name}' of '${path}' must not be '${value}'`,
      );
    }
    return encodeURIComponent(value);
  });
}
