/**
 * Writes what follows from the code, so that it can be read without it: the OpenAPI document of each
 * plugin and the table of endpoints and roles. With `--check`, changes nothing and fails if a file
 * is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { toOpenApi } from '@waymark/contract-common';
import {
  buildAccessTable,
  readRoles,
  renderAccessTable,
} from '@waymark/plugin-permission-backend-module-waymark';
import { parse } from 'yaml';
import { contracts } from './contracts';

const home = path.resolve(__dirname, '../..');

const INTRODUCTION = `# Access

Roles are bound to groups in \`waymark.roles\` (\`app-config.yaml\`); what no role grants is denied. A role sees what its permissions name; \`developer\` is everyone who is signed in. Machines bring [tokens](operations/machine-access.md). Webhooks have no permission and no role: a tool proves itself by a header, with a secret that is configured for it, and without one the address is closed ([how](delivery/connect.md)).

This page is generated from the code by \`yarn generate\`, and CI compares it.

## Endpoints of the in-house plugins

`;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function generated(): Map<string, string> {
  const config = parse(
    readFileSync(path.join(home, 'app-config.yaml'), 'utf8'),
  );
  const roles = readRoles(new ConfigReader(config));
  const table = renderAccessTable(
    buildAccessTable(
      contracts.map(({ contract }) => contract),
      roles,
    ),
  );
  return new Map([
    ['docs/access.md', `${INTRODUCTION}${table.trim()}\n`],
    ...contracts.map(
      ({ contract, folder }) =>
        [`${folder}/openapi.json`, json(toOpenApi(contract))] as const,
    ),
  ]);
}

function read(file: string): string {
  try {
    return readFileSync(path.join(home, file), 'utf8');
  } catch {
    return '';
  }
}

const files = generated();
const outdated = [...files].filter(([file, text]) => read(file) !== text);
const names = outdated.map(([file]) => file).join(', ');

if (process.argv.includes('--check')) {
  if (outdated.length > 0) {
    process.stderr.write(`Out of date: ${names}. Remedy: yarn generate\n`);
    process.exit(1);
  }
} else {
  outdated.forEach(([file, text]) =>
    writeFileSync(path.join(home, file), text),
  );
  process.stdout.write(`Written: ${names || 'nothing, all is up to date'}\n`);
}
