import type { CommitPlan, FileChange, Identity } from '../repositories/plan';

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** Git refuses angle brackets and line breaks in names; ours have none. */
const stamp = ({ displayName, email, utcOffset }: Identity, at: number) =>
  `${displayName} <${email}> ${at} ${utcOffset}`;

const change = ({ path, content, symlink }: FileChange) =>
  `M ${symlink ? '120000' : '100644'} inline ${path}\n${data(content)}`;

/**
 * One commit in the language of `git fast-import`, on `main`, with its
 * annotated tag. Marks count commits from 1. Everything that goes into an
 * object id is in the text, so equal plans give equal ids. `from` names the
 * parent where it is not the commit before in the same stream.
 */
export function commitStream(
  plan: CommitPlan,
  mark: number,
  from?: string,
): string {
  const { author, authoredAt, committedAt, message, changes, tag } = plan;
  return [
    'commit refs/heads/main\n',
    `mark :${mark}\n`,
    `author ${stamp(author, authoredAt)}\n`,
    `committer ${stamp(author, committedAt)}\n`,
    data(`${message}\n`),
    ...(from ? [`from ${from}\n`] : []),
    ...changes.map(change),
    '\n',
    ...(tag
      ? [
          `tag ${tag}\nfrom :${mark}\ntagger ${stamp(
            author,
            committedAt + 60,
          )}\n`,
          data(`Release ${tag}\n`),
        ]
      : []),
  ].join('');
}
