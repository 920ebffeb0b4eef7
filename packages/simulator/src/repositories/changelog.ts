import type { CommitKind } from './plan';

export interface Release {
  version: string;
  date: string;
  entries: { kind: CommitKind; text: string }[];
}

const SECTIONS: readonly (readonly [string, CommitKind[]])[] = [
  ['Added', ['feature']],
  ['Fixed', ['fix']],
  ['Changed', ['operations', 'maintenance', 'dependency']],
];

/** Keep a Changelog form, newest release first. */
export const changelog = (releases: Release[]) =>
  `# Changelog\n\n${[...releases].reverse().map(section).join('\n')}`;

function section({ version, date, entries }: Release) {
  const parts = SECTIONS.flatMap(([title, kinds]) => {
    const lines = entries.filter(({ kind }) => kinds.includes(kind));
    return lines.length > 0
      ? [`### ${title}\n\n${lines.map(({ text }) => `- ${text}`).join('\n')}\n`]
      : [];
  });
  return `## ${version} (${date})\n\n${
    parts.join('\n') || 'Documentation only.\n'
  }`;
}

type Bump = 'major' | 'minor' | 'patch';

export function bump(version: string, part: Bump) {
  const [major, minor, patch] = version.split('.').map(Number);
  const next: Record<Bump, string> = {
    major: `${major + 1}.0.0`,
    minor: `${major}.${minor + 1}.0`,
    patch: `${major}.${minor}.${patch + 1}`,
  };
  return next[part];
}
