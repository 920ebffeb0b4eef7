import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inData } from './paths.mjs';

const folder = inData('organisation');
export const starterRepository = path.join(folder, 'local', 'organisation.git');

const group = (name, type, title) => `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: ${name}
  title: ${title}
spec:
  type: ${type}
  children: []
`;

/** The groups that roles are bound to in app-config.yaml, and one person who has them all. */
const DOCUMENTS = [
  group('developer-platform', 'team', 'Developer Platform'),
  group('portal-admins', 'role', 'Portal administrators'),
  group('platform-pms', 'role', 'Platform PMs'),
  group('platform-coaches', 'role', 'Platform coaches'),
  group('team-leads', 'role', 'Team leads'),
  `apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: local-administrator
  annotations:
    # May be signed in as without a password, on this machine only.
    waymark.dev/example: 'true'
spec:
  profile:
    displayName: Local administrator
  memberOf: [developer-platform, portal-admins]
`,
];

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Waymark',
  GIT_AUTHOR_EMAIL: 'waymark@localhost',
  GIT_COMMITTER_NAME: 'Waymark',
  GIT_COMMITTER_EMAIL: 'waymark@localhost',
};

function makeRepository(place) {
  const git = (args, input) =>
    execFileSync('git', [`--git-dir=${place}`, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...AUTHOR },
      input,
    }).trim();
  mkdirSync(place, { recursive: true });
  git(['init', '--bare', '--quiet']);
  git(['symbolic-ref', 'HEAD', 'refs/heads/main']);
  const blob = git(['hash-object', '-w', '--stdin'], DOCUMENTS.join('---\n'));
  const tree = git(['mktree'], `100644 blob ${blob}\tcatalog-info.yaml\n`);
  const commit = git(['commit-tree', tree, '-m', 'feat: first person']);
  git(['update-ref', 'refs/heads/main', commit]);
}

/**
 * A portal without the example still needs someone to sign in as. Makes, once, a Git repository
 * with one person and the groups of the roles; pushing to it adds the real ones.
 */
export function ensureStarter() {
  if (!existsSync(starterRepository)) {
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    makeRepository(path.join(partial, 'local', 'organisation.git'));
    renameSync(partial, folder);
  }
  return {
    config: 'app-config.empty.yaml',
    source: 'the first person',
    catalog: { total: 1 },
    personas: [
      {
        role: 'admin',
        userRef: 'user:default/local-administrator',
        displayName: 'Local administrator',
        title: 'Runs this portal',
        summary: `People and groups come from ${starterRepository}: push yours to it. Those with the annotation waymark.dev/example: 'true' can sign in here, as "Someone else".`,
      },
    ],
  };
}
