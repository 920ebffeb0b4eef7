import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { generate, type Summary } from './generate';
import { SMALL } from './__testUtils__/settings';
import { parseEntities, validateEntity } from './__testUtils__/validateEntity';
import type {
  BrokenTruth,
  CatalogTruth,
  CommitTruth,
  OrganisationTruth,
} from './truth/types';

describe('generate', () => {
  let folder: string;
  let summary: Summary;
  let organisation: OrganisationTruth;
  let catalog: CatalogTruth;
  let broken: BrokenTruth;
  let commits: CommitTruth[];

  const git = (repository: string, ...args: string[]) =>
    execFileSync(
      'git',
      ['--git-dir', join(folder, 'git', `${repository}.git`), ...args],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    ).trim();
  const lines = (text: string) => (text === '' ? [] : text.split('\n'));
  const truth = async (name: string) =>
    readFile(join(folder, 'truth', name), 'utf8');
  const show = (repository: string, path: string, revision = 'main') =>
    git(repository, 'show', `${revision}:${path}`);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulator-'));
    summary = await generate({ folder, settings: SMALL });
    organisation = JSON.parse(await truth('organisation.json'));
    catalog = JSON.parse(await truth('catalog.json'));
    broken = JSON.parse(await truth('broken.json'));
    commits = lines((await truth('commits.ndjson')).trim()).map(line =>
      JSON.parse(line),
    );
  }, 60_000);

  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it('writes sound repositories whose branch is main', async () => {
    const names = await readdir(join(folder, 'git', 'tinker'));
    expect(names).toHaveLength(summary.repositories);
    for (const name of names) {
      const repository = `tinker/${name.replace(/\.git$/, '')}`;
      expect(
        git(
          repository,
          'fsck',
          '--full',
          '--strict',
          '--no-dangling',
          '--no-progress',
        ),
      ).not.toMatch(/error|missing|broken/);
      expect(git(repository, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
    }
  }, 60_000);

  it('knows heads, commits, authors and tags of every service', () => {
    for (const service of organisation.services) {
      const { repository } = service;
      expect(git(repository, 'rev-parse', 'main')).toBe(service.head);
      expect(Number(git(repository, 'rev-list', '--count', 'main'))).toBe(
        service.commits,
      );
      expect(Object.values(service.authors).reduce((a, b) => a + b, 0)).toBe(
        service.commits,
      );
      const tags = lines(
        git(
          repository,
          'for-each-ref',
          'refs/tags',
          '--format=%(refname:short) %(*objectname)',
        ),
      );
      expect(tags.sort()).toEqual(
        service.tags.map(({ name, commit }) => `${name} ${commit}`).sort(),
      );
      for (const { name } of service.tags)
        expect(name).toMatch(/^v\d+\.\d+\.\d+$/);
    }
    expect(organisation.services.flatMap(({ tags }) => tags)).toHaveLength(
      summary.tags,
    );
  }, 60_000);

  it('lists every commit, in order of time and before the end', () => {
    expect(commits).toHaveLength(summary.commits);
    const last = new Map<string, string>();
    for (const { repository, authoredAt, committedAt } of commits) {
      expect(committedAt > (last.get(repository) ?? '')).toBe(true);
      expect(authoredAt <= committedAt).toBe(true);
      expect(committedAt < SMALL.until).toBe(true);
      last.set(repository, committedAt);
    }
    const [{ repository }] = organisation.services;
    const listed = commits
      .filter(commit => commit.repository === repository)
      .map(({ commit }) => commit);
    expect(lines(git(repository, 'rev-list', '--reverse', 'main'))).toEqual(
      listed,
    );
  });

  it('has nobody commit before their first day', () => {
    const startOf = new Map(
      organisation.users.map(({ ref, startDate }) => [ref, startDate]),
    );
    for (const { author, committedAt } of commits) {
      const start = startOf.get(`user:default/${author}`);
      const present = start !== undefined && start <= committedAt.slice(0, 10);
      expect(present || author === 'dependency-bot').toBe(true);
    }
  });

  it('never makes a commit without a change', () => {
    for (const { repository } of organisation.services) {
      const trees = lines(git(repository, 'log', '--format=%T', 'main'));
      for (let i = 1; i < trees.length; i++)
        expect(trees[i]).not.toBe(trees[i - 1]);
    }
  });

  it('holds exactly the entities of the truth, all of them valid', async () => {
    const files = (repository: string) =>
      lines(git(repository, 'ls-tree', '-r', '--name-only', 'main')).filter(
        path =>
          /^(catalog-info|users\/.*|groups\/.*|domains\/.*)\.?.*\.yaml$/.test(
            path,
          ),
      );
    const refs: string[] = [];
    for (const repository of [
      'tinker/organisation',
      'tinker/architecture',
      ...organisation.services.map(service => service.repository),
    ]) {
      for (const path of files(repository)) {
        const entities = parseEntities(show(repository, path));
        expect(entities.length).toBeLessThan(300);
        for (const entity of entities) {
          await validateEntity(entity);
          expect(entity.metadata.annotations?.['waymark.dev/example']).toBe(
            'true',
          );
          if (entity.kind !== 'Location') refs.push(stringifyEntityRef(entity));
        }
      }
    }
    const expected = Object.values(catalog.kinds).flatMap(kind => kind.refs);
    expect(refs.sort()).toEqual(expected.sort());
    expect(catalog.total).toBe(expected.length);
    for (const ref of catalog.absent) expect(expected).not.toContain(ref);
  });

  it('lists only files that exist in its locations', () => {
    for (const repository of ['tinker/organisation', 'tinker/architecture']) {
      const [location] = parseEntities(show(repository, 'catalog-info.yaml'));
      for (const target of location.spec?.targets as string[]) {
        expect(
          parseEntities(show(repository, target.replace('./', ''))).length,
        ).toBeGreaterThan(0);
      }
    }
  });

  it('has contracts and documentation where it says so', () => {
    const documented: { repository: string; paths: string[] }[] = [];
    for (const { repository, apis, docs } of organisation.services) {
      const paths = lines(
        git(repository, 'ls-tree', '-r', '--name-only', 'main'),
      );
      const entities = parseEntities(show(repository, 'catalog-info.yaml'));
      const files = entities
        .filter(({ kind }) => kind === 'API')
        .map(({ spec }) => (spec?.definition as { $text: string }).$text);
      expect(files).toHaveLength(apis.length);
      for (const file of files) expect(paths).toContain(file.replace('./', ''));
      expect(paths.includes('mkdocs.yml')).toBe(docs);
      if (docs) documented.push({ repository, paths });
    }
    expect(documented.length).toBeGreaterThan(10);
    for (const { repository, paths } of documented) {
      const [site] = parseAllDocuments(show(repository, 'mkdocs.yml'));
      const { nav } = site.toJS();
      expect(nav.length).toBeGreaterThanOrEqual(4);
      for (const page of nav.flatMap(Object.values)) {
        expect(paths).toContain(`docs/${page}`);
      }
    }
  });

  it('breaks what it says is broken, where it says so', async () => {
    const find = (code: string) =>
      broken.filter(problem => problem.code === code);
    expect(new Set(broken.map(({ repository }) => repository)).size).toBe(
      summary.brokenRepositories,
    );

    const [syntax] = find('yaml-syntax');
    const [error] = parseAllDocuments(
      show(syntax.repository, 'catalog-info.yaml'),
    ).flatMap(({ errors }) => errors);
    expect(error.linePos?.[0].line).toBe(syntax.line);
    await validateEntity(
      parseEntities(show(syntax.repository, 'catalog-info.yaml', 'main~1'))[0],
    );

    for (const { repository } of find('schema')) {
      const [entity] = parseEntities(show(repository, 'catalog-info.yaml'));
      await expect(validateEntity(entity)).rejects.toThrow();
    }
    const [duplicate] = find('duplicate');
    const [copy] = parseEntities(
      show(duplicate.repository, 'catalog-info.yaml'),
    );
    expect(catalog.kinds.Component.refs).toContain(stringifyEntityRef(copy));
    expect(find('kind-not-allowed')).toHaveLength(2);
    expect(
      git(
        find('symlink')[0].repository,
        'ls-tree',
        'main',
        'catalog-info.yaml',
      ),
    ).toMatch(/^120000 /);
    expect(git(find('empty-repository')[0].repository, 'for-each-ref')).toBe(
      '',
    );
  });

  it('gives the same bytes for the same settings and others for another seed', async () => {
    const again = await mkdtemp(join(tmpdir(), 'simulator-'));
    try {
      await generate({ folder: join(again, 'same'), settings: SMALL });
      await generate({
        folder: join(again, 'other'),
        settings: { ...SMALL, seed: 8 },
      });
      for (const name of [
        'organisation.json',
        'catalog.json',
        'broken.json',
        'commits.ndjson',
      ]) {
        expect(await readFile(join(again, 'same', 'truth', name), 'utf8')).toBe(
          await truth(name),
        );
      }
      const other: OrganisationTruth = JSON.parse(
        await readFile(
          join(again, 'other', 'truth', 'organisation.json'),
          'utf8',
        ),
      );
      expect(other.services[0].ref).toBe(organisation.services[0].ref);
      expect(other.services[0].head).not.toBe(organisation.services[0].head);
    } finally {
      await rm(again, { recursive: true, force: true });
    }
  }, 60_000);
});
