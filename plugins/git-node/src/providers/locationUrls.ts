/** A place in a repository, as its location URL tells it. */
export interface GitLocation {
  /** `<owner>/<repo>`. */
  repository: string;
  ref: string;
  /** From the root of the repository; empty for the root. */
  path: string;
}

/**
 * `<baseUrl>/<owner>/<repo>/blob/<ref>/<path>` (or `tree`). A `/` in the ref is
 * encoded, because the form would be ambiguous otherwise.
 */
export function buildLocationUrl(
  options: GitLocation & { baseUrl: string; kind: 'blob' | 'tree' | 'edit' },
): string {
  const { baseUrl, repository, kind, ref, path } = options;
  const parts = [...repository.split('/'), kind, ref, ...path.split('/')];
  return `${baseUrl}/${parts.map(encodeURIComponent).join('/')}`;
}

/**
 * Reads a location URL below `baseUrl`; undefined for any other URL and for
 * one that tries to leave the repository.
 */
export function parseLocationUrl(
  url: string | URL,
  baseUrl: string,
): GitLocation | undefined {
  const target = tryParse(url);
  const base = tryParse(baseUrl);
  if (!target || !base || target.origin !== base.origin) {
    return undefined;
  }
  const prefix = `${base.pathname.replace(/\/+$/, '')}/`;
  if (!target.pathname.startsWith(prefix)) {
    return undefined;
  }
  const raw = target.pathname.slice(prefix.length).split('/');
  const [owner, repo, kind, ref, ...path] = raw.map(decodeSegment);
  if (!owner || !repo || !ref || (kind !== 'blob' && kind !== 'tree')) {
    return undefined;
  }
  const segments = path.filter(segment => segment !== '');
  const names = [owner, repo, ...segments];
  if (names.some(name => name === undefined || !isPlainName(name))) {
    return undefined;
  }
  return { repository: `${owner}/${repo}`, ref, path: segments.join('/') };
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** No separator hidden by encoding, no step upwards, also when encoded twice. */
function isPlainName(name: string): boolean {
  return (
    !/[/\\\0]/.test(name) &&
    !/%(?:2e|2f|5c|25)/i.test(name) &&
    name !== '.' &&
    name !== '..'
  );
}

function tryParse(url: string | URL): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
