import type { ServiceRules } from '../derived';
import type { ChangeFact } from '../facts';

type HotfixRules = Pick<
  ServiceRules,
  'hotfixLabels' | 'hotfixBranches' | 'hotfixTitles'
>;

/** Whether a change repairs production: by label, branch, title, or because it reverts another. */
export function isHotfix(
  { labels, branch, title, revertOf }: ChangeFact,
  rules: HotfixRules,
): boolean {
  return (
    revertOf !== null ||
    labels.some(label => matchesAny(label, rules.hotfixLabels)) ||
    (branch !== null && matchesAny(branch, rules.hotfixBranches)) ||
    (title !== null && matchesAny(title, rules.hotfixTitles))
  );
}

function matchesAny(text: string, patterns: readonly string[]) {
  return patterns.some(pattern => matchesPattern(text, pattern));
}

/** `*` stands for any characters, none included; case does not matter. Linear in the text, unlike a regular expression. */
export function matchesPattern(text: string, pattern: string): boolean {
  const [first, ...rest] = pattern.toLowerCase().split('*');
  const subject = text.trim().toLowerCase();
  const last = rest.pop();
  if (last === undefined) return subject === first;
  if (!subject.startsWith(first)) return false;
  let position = first.length;
  for (const part of rest) {
    const found = subject.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return subject.length - last.length >= position && subject.endsWith(last);
}
