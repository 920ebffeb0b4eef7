import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { isGeneratorInstalled } from './generator';

const local = new ConfigReader({ techdocs: { generator: { runIn: 'local' } } });

describe('isGeneratorInstalled', () => {
  it('finds an executable mkdocs on the path, and only there', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'generator-'));
    const environment = { PATH: `/nowhere${path.delimiter}${folder}` };
    expect(await isGeneratorInstalled(local, environment)).toBe(false);
    await writeFile(path.join(folder, 'mkdocs'), '#!/bin/sh\n');
    await chmod(path.join(folder, 'mkdocs'), 0o755);
    expect(await isGeneratorInstalled(local, environment)).toBe(true);
    expect(await isGeneratorInstalled(local, {})).toBe(false);
  });

  it('trusts a container to bring its own', async () => {
    expect(await isGeneratorInstalled(new ConfigReader({}), {})).toBe(true);
  });
});
