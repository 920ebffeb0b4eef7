import type { AccessRow } from './buildAccessTable';

/**
 * The table as Markdown, with padded columns, which is how the formatter of
 * the repository writes tables; so a generated file passes its check.
 */
export function renderAccessTable(rows: readonly AccessRow[]): string {
  const roles = rows.length > 0 ? [...rows[0].access.keys()] : [];
  const cells = [
    ['Endpoint', 'Permission', ...roles],
    ...rows.map(({ method, path, permission, access }) => [
      `\`${method} ${path}\``,
      `\`${permission}\``,
      ...roles.map(role => (access.get(role) ? 'yes' : 'no')),
    ]),
  ];
  const widths = cells[0].map((_, column) =>
    Math.max(3, ...cells.map(row => row[column].length)),
  );
  const toLine = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = toLine(widths.map(width => '-'.repeat(width)));
  const [head, ...body] = cells.map(toLine);
  return `${[head, rule, ...body].join('\n')}\n`;
}
