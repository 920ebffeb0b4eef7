import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { readTree } from '../render/tree';
import { manifests } from '../checks/documents';
import type { Plan } from '../templates';
import type { Environment } from './processes';

/** A rendered repository, ready to be built and run. */
export interface Repository {
  folder: string;
  values: JsonObject;
  plan: Plan;
  environment: Record<string, string>;
  /** Of an empty database of its own, if it needs one. */
  databaseUrl: string | undefined;
}

/** Of the npm that started this one: it would be taken for that of the repository. */
const OF_THE_CALLER =
  /^(npm_(lifecycle|package)_|npm_config_local_prefix$|INIT_CWD$)/;

/** What builds the repository has the proxies, certificates and registries of this machine. */
export function buildEnvironment(folder: string): Environment {
  const own = Object.entries(process.env).filter(
    ([name]) => !OF_THE_CALLER.test(name),
  );
  const venv = path.join(folder, '.venv', 'bin');
  return {
    ...Object.fromEntries(own),
    PATH: `${venv}:${process.env.PATH}`,
    CI: 'true',
  };
}

/** The command with which the image starts. */
export function startCommand(folder: string): string[] {
  const dockerfile = readFileSync(path.join(folder, 'Dockerfile'), 'utf8');
  const command = dockerfile.match(/^CMD (\[.*\])$/m)?.[1];
  if (!command) throw new Error('Dockerfile: has no CMD [...]');
  return JSON.parse(command);
}

/** The settings that the program has in the cluster, with what is different here in their place. */
export function settings(
  { folder, environment, databaseUrl }: Repository,
  here: Environment,
): Environment {
  const literals = manifests(
    readTree(path.join(folder, 'deploy', 'base')),
    /^kustomization\.yaml$/,
  ).flatMap(({ manifest }) =>
    (manifest.configMapGenerator ?? []).flatMap(
      (one: { literals?: string[] }) => one.literals ?? [],
    ),
  );
  const inCluster = Object.fromEntries(
    literals.map((literal: string) => {
      const [name, ...value] = literal.split('=');
      return [name, value.join('=')];
    }),
  );
  return {
    // Nothing else of this machine: the image does not have it either.
    PATH: buildEnvironment(folder).PATH,
    NODE_ENV: 'production',
    ...inCluster,
    DATABASE_URL: databaseUrl,
    ...environment,
    ...here,
  };
}

/** The metrics that the alerts are made of; `slo:` are those that the rules make themselves. */
export function metricsOfRules(folder: string): string[] {
  const rules = readFileSync(
    path.join(folder, 'monitoring', 'rules.yaml'),
    'utf8',
  );
  const names = rules.match(/\b(?<!:)[a-z][a-z_]+(?=\{service=)/g) ?? [];
  const bases = names.map(name => name.replace(/_(count|sum|bucket)$/, ''));
  return [...new Set(bases)];
}

/** Fails unless each line of a log is a JSON object with a level and a message. */
export function checkLog(output: string): JsonObject[] {
  const lines = output.split('\n').filter(line => line.trim() !== '');
  if (lines.length === 0) throw new Error('it logs nothing');
  return lines.map(line => {
    let entry: JsonObject;
    try {
      entry = JSON.parse(line);
    } catch {
      throw new Error(`its log has a line that is no JSON: ${line}`);
    }
    if (!entry.level || !(entry.msg ?? entry.message ?? entry.event)) {
      throw new Error(`its log has a line without level or message: ${line}`);
    }
    return entry;
  });
}
