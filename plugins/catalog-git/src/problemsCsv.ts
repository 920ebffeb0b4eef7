import type { Problem } from '@waymark/plugin-catalog-git-common';
import type { CatalogGitApi } from './api/catalogGitApi';

const COLUMNS = [
  'provider',
  'repository',
  'path',
  'line',
  'code',
  'reason',
  'remedy',
  'entityRef',
  'owners',
  'since',
  'lastGoodCommit',
  'url',
] as const satisfies readonly (keyof Problem)[];

const PAGE = 200;
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Problems as CSV (RFC 4180) with a header, for a spreadsheet. */
export function problemsCsv(problems: Problem[]): string {
  const rows = problems.map(problem =>
    COLUMNS.map(column => cell(problem[column])),
  );
  return [COLUMNS, ...rows].map(row => `${row.join(',')}\r\n`).join('');
}

/** All problems that a filter selects, page by page. */
export async function allProblems(
  api: Pick<CatalogGitApi, 'listProblems'>,
  filter: NonNullable<
    NonNullable<Parameters<CatalogGitApi['listProblems']>[0]>['query']
  >,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listProblems({
      query: { ...filter, cursor, limit: PAGE },
    });
    problems.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return problems;
}

function cell(value: Problem[keyof Problem]): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
