import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Row {
  method: string;
  path: string;
  /** The name of a permission, or for a webhook the headers that prove its sender. */
  guard: string;
  isWebhook: boolean;
  /** By role, whether the documentation says that it may; of no meaning for a webhook. */
  access: Record<string, boolean>;
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim().replaceAll('`', ''));

/** The table of endpoints and roles that people read in the documentation. */
export function documentedAccess(): Row[] {
  const page = readFileSync(
    path.resolve(__dirname, '../../docs/access.md'),
    'utf8',
  );
  const lines = page.split('\n').filter(line => line.startsWith('|'));
  const [head, , ...rows] = lines.map(cells);
  const roles = head.slice(2);
  return rows.map(([endpoint, guard, ...access]) => {
    const [method, address] = endpoint.split(' ');
    return {
      method,
      path: address,
      guard,
      isWebhook: access.every(cell => cell === '-'),
      access: Object.fromEntries(
        roles.map((role, index) => [role, access[index] === 'yes']),
      ),
    };
  });
}
