import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { ProblemCode } from '@waymark/plugin-catalog-git-common';

interface NoticeProblem {
  provider: string;
  repository: string;
  path: string;
  line: number | null;
  code: ProblemCode;
  reason: string;
  lastGoodCommit: string | null;
  url: string;
}

/**
 * The message that a file broke. Its scope names the file, so that a message
 * that is sent again, or follows another, takes the place of the one before.
 */
export function toNotice(problems: NoticeProblem[]): NotificationPayload {
  const [first] = problems;
  const { provider, repository, path } = first;
  const place = path === '' ? repository : `${path} in ${repository}`;
  const line = first.line ? ` (line ${first.line})` : '';
  const more =
    problems.length > 1
      ? ` There are ${problems.length - 1} more problems.`
      : '';
  const shown = problems.some(p => p.lastGoodCommit)
    ? ' The catalog shows the last good version until it is corrected.'
    : '';
  return {
    title: `${place} cannot be read into the catalog`,
    description: `${first.reason}${line}.${more}${shown}`,
    link: first.url,
    severity: 'high',
    topic: 'catalog-git',
    scope: `catalog-git:${provider}:${repository}:${path}`,
  };
}
