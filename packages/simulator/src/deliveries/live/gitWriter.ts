import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Directory } from '../../domain/directory';
import {
  appendCommits,
  GIT_ENVIRONMENT,
  type WrittenCommit,
} from '../../git/writeRepository';
import type { CommitPlan } from '../../repositories/plan';
import { serviceRepository } from '../../repositories/serviceRepository';
import { writtenChanges } from '../../repositories/writtenChanges';
import type { Change } from '../model/facts';
import { recordCommits } from '../model/recordCommits';
import type { Simulation } from '../model/simulation';

const execute = promisify(execFile);
const MOST_OUTPUT = 64 * 1024 * 1024;

export interface GitWriter {
  /** Makes `main` of a service what the model says by now; its changes learn their commits. */
  catchUp(service: string): Promise<void>;
}

type Commit = Pick<WrittenCommit, 'commit' | 'subject' | 'tag'>;

interface Repository {
  /** Commits that were on `main` when it was opened, some perhaps of what the model has still to say. */
  existing: readonly Commit[];
  /** How many commits of the plan were taken from it. */
  known: number;
  plan: Iterator<CommitPlan>;
}

/**
 * Continues the repositories of the organisation. What is there already, from
 * the first run or an earlier one of this, is recognised by its place on
 * `main`: the model is deterministic, so it is the same.
 */
export function createGitWriter(options: {
  /** Folder with the bare repositories. */
  root: string;
  directory: Directory;
  simulation: Simulation;
  until: number;
}): GitWriter {
  const { root, directory, simulation, until } = options;
  const repositories = new Map<string, Repository>();

  const changesOf = (service: string): readonly Change[] =>
    writtenChanges(
      directory.service(service),
      simulation.mainOf(service),
      until,
    );

  const open = async (name: string): Promise<Repository> => {
    const service = directory.service(name);
    const past = changesOf(name).filter(({ mergedAt = 0 }) => mergedAt < until);
    let next = 0;
    const plan = serviceRepository({
      service,
      directory,
      past,
      // Only asked when there is another one.
      changes: {
        [Symbol.iterator]: () => ({
          next: () => ({ done: false, value: changesOf(name)[next++] }),
        }),
      },
    });
    const folder = join(root, `${service.repository}.git`);
    return {
      existing: await readMain(folder),
      known: 0,
      plan: plan.commits[Symbol.iterator](),
    };
  };

  return {
    async catchUp(name) {
      const repository = repositories.get(name) ?? (await open(name));
      repositories.set(name, repository);
      const changes = changesOf(name).slice(repository.known);
      if (changes.length === 0) return;
      const planned = changes.flatMap(() => {
        const { value, done } = repository.plan.next();
        return done ? [] : [value];
      });
      const there = repository.existing.slice(
        repository.known,
        repository.known + changes.length,
      );
      repository.known += changes.length;
      const { repository: path } = directory.service(name);
      const missing = planned.slice(there.length);
      const written =
        missing.length > 0
          ? await appendCommits(join(root, `${path}.git`), missing)
          : [];
      recordCommits(changes, [...there, ...written]);
    },
  };
}

/** Commits of `main`, oldest first, with subject and version tag. */
async function readMain(folder: string): Promise<Commit[]> {
  const git = async (...args: string[]) => {
    const { stdout } = await execute('git', ['--git-dir', folder, ...args], {
      env: GIT_ENVIRONMENT,
      maxBuffer: MOST_OUTPUT,
    });
    return stdout.split('\n').filter(line => line !== '');
  };
  const [log, refs] = await Promise.all([
    git('log', '--reverse', '--format=%H %s', 'main', '--'),
    git(
      'for-each-ref',
      '--format=%(*objectname) %(refname:short)',
      'refs/tags',
    ),
  ]);
  const tags = new Map(
    refs.map(line => line.split(' ') as [commit: string, tag: string]),
  );
  return log.map(line => {
    const commit = line.slice(0, line.indexOf(' '));
    return {
      commit,
      subject: line.slice(commit.length + 1),
      tag: tags.get(commit),
    };
  });
}
