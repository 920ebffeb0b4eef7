import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { openApiYaml } from './testing/openApiYaml.ts';

it('openapi.yaml says what the routes do; otherwise run `npm run openapi`', async () => {
  const committed = await readFile('openapi.yaml', 'utf8');
  expect(parse(committed)).toEqual(parse(await openApiYaml()));
});
