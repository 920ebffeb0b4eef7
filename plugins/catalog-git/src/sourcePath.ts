export interface SourcePlace {
  /** `<owner>/<repo>`. */
  repository: string;
  ref: string;
  path: string;
  kind: 'file' | 'directory';
  line?: number;
}

const SEGMENT: Record<SourcePlace['kind'], string> = {
  file: 'blob',
  directory: 'tree',
};

/**
 * Address of a place below the root of the source browser:
 * `/<owner>/<repo>/blob|tree/<ref>/<path>#L<line>`. A slash in the ref is
 * escaped, one in the path is not.
 */
export function sourcePath(place: SourcePlace): string {
  const path = place.path
    .split('/')
    .filter(Boolean)
    .map(part => `/${encodeURIComponent(part)}`)
    .join('');
  const anchor = place.line ? `#L${place.line}` : '';
  return `/${place.repository}/${SEGMENT[place.kind]}/${encodeURIComponent(
    place.ref,
  )}${path}${anchor}`;
}

const LINE_ANCHOR = /^#L(\d+)(?:-L?(\d+))?$/;

/** The lines that an anchor such as `#L12` or `#L12-L20` names, from 1. */
export function anchoredLines(
  hash: string,
): { first: number; last: number } | undefined {
  const match = LINE_ANCHOR.exec(hash);
  if (!match) {
    return undefined;
  }
  const first = Number(match[1]);
  return { first, last: Math.max(first, Number(match[2] ?? first)) };
}
