import picomatch from 'picomatch';
import type { CatalogEntity } from '../names/catalogEntity';

/** What in Git means that a service was deployed. */
export type ReleaseRule =
  | { kind: 'tags'; matches: (tag: string) => boolean }
  | { kind: 'branch'; branch: string };

const RULE = /^(tags|branch):\s*(\S+)$/;

/** Reads `waymark.dev/deployments`: `tags:v*` or `branch:release`; nothing where it says neither. */
export function releaseRuleOf({
  annotations,
}: Pick<CatalogEntity, 'annotations'>): ReleaseRule | undefined {
  const match = RULE.exec(
    (annotations['waymark.dev/deployments'] ?? '').trim(),
  );
  if (!match) {
    return undefined;
  }
  const [, kind, name] = match;
  return kind === 'tags'
    ? { kind: 'tags', matches: picomatch(name) }
    : { kind: 'branch', branch: name };
}
