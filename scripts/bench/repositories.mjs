import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

const AT_ONCE = 4;
const FIRST_SECOND = 1_767_225_600;

const git = (args, input) =>
  new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      args,
      { maxBuffer: 16 * 1024 * 1024 },
      (error, stdout) => (error ? reject(error) : resolve(stdout.trim())),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });

/** Bare repositories with a catalog file each: `catalogFile(repository, description)` is its text. */
export class BenchRepositories {
  #root;
  #catalogFile;
  #commits = 0;

  constructor({ root, catalogFile }) {
    this.#root = root;
    this.#catalogFile = catalogFile;
  }

  name(repository) {
    return `org-${repository % 10}/repo-${repository}`;
  }

  async write(count, tell) {
    const template = path.join(this.#root, '.template');
    await mkdir(template, { recursive: true });
    await git(['init', '-q', '--bare', '--template=', '-b', 'main', template]);
    let next = 0;
    const work = async () => {
      while (next < count) {
        const repository = next++;
        await cp(template, this.#path(repository), { recursive: true });
        await this.push(repository, `Service of repository ${repository}`);
        if (repository % 100 === 99) tell(`${repository + 1} repositories`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await rm(template, { recursive: true });
  }

  /** Commits a catalog file with this description to the branch, as a push would. */
  async push(repository, description) {
    const text = this.#catalogFile(repository, description);
    const at = FIRST_SECOND + this.#commits++;
    const isFirst = description.startsWith('Service of');
    await git(
      [`--git-dir=${this.#path(repository)}`, 'fast-import', '--quiet'],
      `commit refs/heads/main
committer Bench <bench@example.com> ${at} +0000
data 6
change
${isFirst ? '' : 'from refs/heads/main^0\n'}M 100644 inline catalog-info.yaml
data ${Buffer.byteLength(text)}
${text}
`,
    );
  }

  #path(repository) {
    return path.join(this.#root, `${this.name(repository)}.git`);
  }
}
