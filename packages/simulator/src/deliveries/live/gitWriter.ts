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

interface Repository {
  /** Commits of the plan that were taken from it, whether written now or before. */
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
    const changes = changesOf(name);
    const past = changes.filter(({ mergedAt = 0 }) => mergedAt < until);
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
    const repository = { known: 0, plan: plan.commits[Symbol.iterator]() };
    const written = await readMain(join(root, `${service.repository}.git`));
    const known = Math.min(written.length, changes.length);
    recordCommits(changes.slice(0, known), written);
    for (; repository.known < known; repository.known += 1) {
      repository.plan.next();
    }
    return repository;
  };

  return {
    async catchUp(name) {
      const repository = repositories.get(name) ?? (await open(name));
      repositories.set(name, repository);
      const changes = changesOf(name).slice(repository.known);
      if (changes.length === 0) return;
      const commits: CommitPlan[] = [];
      for (const _ of changes) {
        const { value, done } = repository.plan.next();
        if (!done) commits.push(value);
      }
      const { repository: path } = directory.service(name);
      const written = await appendCommits(join(root, `${path}.git`), commits);
      recordCommits(changes, written);
      repository.known += changes.length;
    },
  };
}

/** Commits of `main`, oldest first, with subject and version tag. */
async function readMain(
  folder: string,
): Promise<Pick<WrittenCommit, 'commit' | 'subject' | 'tag'>[]> {
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
