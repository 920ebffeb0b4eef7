import type { Deployment } from '@waymark/plugin-dora-common';

const SHORT_SHA = 8;
const PACKAGE_VERSION = /^pkg:[^@?#]+@([^?#]+)/;
const DIGEST = /^(sha\d+:)([0-9a-f]{16,})$/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The part of a version that people say: of a package address its version, of a digest its start. */
export function readableVersion(version: string): string {
  const inPackage = PACKAGE_VERSION.exec(version)?.[1];
  const text = inPackage ? decoded(inPackage) : version;
  return text.replace(
    DIGEST,
    (_, algorithm: string, hex: string) =>
      `${algorithm}${hex.slice(0, SHORT_SHA)}`,
  );
}

/** What a person calls the thing that was deployed. */
export function shortVersion({
  version,
  commitSha,
  id,
}: Pick<Deployment, 'version' | 'commitSha' | 'id'>): string {
  if (version) return readableVersion(version);
  return commitSha?.slice(0, SHORT_SHA) ?? id;
}
