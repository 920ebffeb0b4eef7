import { allCells } from './cells';
import { problemsOf } from './checks';
import { startRenderer, type Renderer } from './render/scaffolder';
import { readSources, readTree } from './render/tree';
import { readTemplates } from './templates';

const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const templates = readTemplates();

// It starts a backend: a busy machine is slow, not wrong.
jest.setTimeout(60_000);

describe('golden-path templates', () => {
  const times: Record<string, number[]> = {};
  let renderer: Renderer;

  beforeAll(async () => {
    const { [CONNECTION]: serverUrl } = process.env;
    if (!serverUrl) throw new Error(`${CONNECTION} is not set`);
    renderer = await startRenderer({ serverUrl, templates });
  });
  afterAll(async () => {
    await renderer.stop();
    const summary = Object.entries(times).map(([name, all]) => {
      const sorted = all.toSorted((a, b) => a - b);
      return `${name}: ${
        sorted[Math.floor(sorted.length / 2)]
      } ms in the middle, ${sorted.at(-1)} ms at most`;
    });
    process.stdout.write(`Rendering took\n  ${summary.join('\n  ')}\n`);
  });

  describe.each(templates)('$name', template => {
    it('has a version, an owner and few questions', () => {
      const { metadata, spec } = template.entity;
      const pages = [spec.parameters].flat() as {
        properties: Record<string, unknown>;
      }[];
      const questions = pages.flatMap(page => Object.keys(page.properties));

      expect(metadata.annotations?.['backstage.io/template-version']).toMatch(
        /^\d+\.\d+\.\d+$/,
      );
      expect(spec.owner).toMatch(/^group:/);
      expect(questions.length).toBeLessThanOrEqual(7);
    });

    it.each(allCells(template))('is whole: $name', async cell => {
      const { folder, values, milliseconds } = await renderer.render(
        template,
        cell,
      );
      (times[template.name] ??= []).push(milliseconds);

      const problems = await problemsOf({
        tree: readTree(folder),
        cell,
        values,
        sources: readSources(template),
      });

      expect(problems).toEqual([]);
    });

    it('refuses a name that Kubernetes would', async () => {
      const [cell] = allCells(template);
      const parameters = { ...cell.parameters, name: 'Not_A_Name' };

      await expect(
        renderer.render(template, { ...cell, parameters }),
      ).rejects.toThrow(/does not match pattern/);
    });
  });
});
