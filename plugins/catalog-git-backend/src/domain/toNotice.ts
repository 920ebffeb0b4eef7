import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { ProblemCode } from '@waymark/plugin-catalog-git-common';

interface NoticeFile {
  provider: string;
  repository: string;
  path: string;
}

interface NoticeProblem extends NoticeFile {
  line: number | null;
  code: ProblemCode;
  reason: string;
  lastGoodCommit: string | null;
  url: string;
}

const placeOf = ({ repository, path }: NoticeFile) =>
  path === '' ? repository : `${path} in ${repository}`;

const scopeOf = ({ provider, repository, path }: NoticeFile) =>
  `catalog-git:${provider}:${repository}:${path}`;

/**
 * The message that a file broke. Its scope names the file, so that a message
 * that is sent again, or follows another, takes the place of the one before.
 */
export function toNotice(problems: NoticeProblem[]): NotificationPayload {
  const [first] = problems;
  const line = first.line ? ` (line ${first.line})` : '';
  const more =
    problems.length > 1
      ? ` There are ${problems.length - 1} more problems.`
      : '';
  const shown = problems.some(p => p.lastGoodCommit)
    ? ' The catalog shows the last good version until it is corrected.'
    : '';
  return {
    title: `${placeOf(first)} cannot be read into the catalog`,
    description: `${first.reason}${line}.${more}${shown}`,
    link: first.url,
    severity: 'high',
    topic: 'catalog-git',
    scope: scopeOf(first),
  };
}

/** The message that a file is fine again; takes the place of the one that it broke. */
export function toMendedNotice(
  file: NoticeFile & { url: string | undefined },
): NotificationPayload {
  return {
    title: `${placeOf(file)} is in order again`,
    description:
      'What was wrong is corrected or removed. The catalog is up to date; nothing is left to do.',
    link: file.url,
    severity: 'low',
    topic: 'catalog-git',
    scope: scopeOf(file),
  };
}
