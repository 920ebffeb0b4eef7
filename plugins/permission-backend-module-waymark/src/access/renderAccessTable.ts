import type { RoleName } from '@waymark/roles-common';
import type { AccessRow } from './buildAccessTable';

const guardOf = ({ guard }: AccessRow) =>
  'permission' in guard
    ? `\`${guard.permission}\``
    : guard.proof.map(header => `\`${header}\``).join(' or ');

/** A webhook is open to nobody by role, and to every role that has the secret. */
const accessOf = ({ guard, access }: AccessRow, role: RoleName) => {
  if ('proof' in guard) return '-';
  return access.get(role) ? 'yes' : 'no';
};

/**
 * The table as Markdown, with padded columns, which is how the formatter of
 * the repository writes tables; so a generated file passes its check.
 */
export function renderAccessTable(rows: readonly AccessRow[]): string {
  const roles = [...new Set(rows.flatMap(({ access }) => [...access.keys()]))];
  const cells = [
    ['Endpoint', 'Permission, or proof of the sender', ...roles],
    ...rows.map(row => [
      `\`${row.method} ${row.path}\``,
      guardOf(row),
      ...roles.map(role => accessOf(row, role)),
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
