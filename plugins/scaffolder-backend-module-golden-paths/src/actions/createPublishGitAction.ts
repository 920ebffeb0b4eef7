import type { Config } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  createTemplateAction,
  getRepoSourceDirectory,
} from '@backstage/plugin-scaffolder-node';
import type { GitService } from '@waymark/git-node';
import { remoteOf } from './remoteOf';

const DEFAULT_BRANCH = 'main';
const DEFAULT_MESSAGE = 'Initial commit';
const DEFAULT_AUTHOR = {
  name: 'Scaffolder',
  email: 'scaffolder@waymark.invalid',
};

/** `publish:git`: the workspace becomes the first commit of a Git remote. */
export function createPublishGitAction(options: {
  git: Pick<GitService, 'publishFolder'>;
  integrations: ScmIntegrationRegistry;
  config: Config;
}) {
  const { git, integrations, config } = options;
  return createTemplateAction({
    id: 'publish:git',
    description:
      'Publishes the workspace as the first commit of a branch of any Git remote. Done again with the same content it does nothing',
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z =>
          z
            .string({ description: 'Repository, as RepoUrlPicker gives it' })
            .optional(),
        remoteUrl: z =>
          z
            .string({
              description:
                'Address instead: https, ssh, git@host:path, file or an absolute path',
            })
            .optional(),
        defaultBranch: z =>
          z
            .string({ description: `Branch; default ${DEFAULT_BRANCH}` })
            .optional(),
        gitCommitMessage: z =>
          z
            .string({ description: `Message; default '${DEFAULT_MESSAGE}'` })
            .optional(),
        gitAuthorName: z =>
          z.string({ description: 'Name of the author' }).optional(),
        gitAuthorEmail: z =>
          z.string({ description: 'Address of the author' }).optional(),
        sourcePath: z =>
          z
            .string({
              description: 'Folder of the workspace; default: all of it',
            })
            .optional(),
      },
      output: {
        remoteUrl: z => z.string({ description: 'For git clone' }),
        repoContentsUrl: z =>
          z.string({ description: 'Its files, to look at' }).optional(),
        commitHash: z => z.string({ description: 'The commit' }).optional(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const branch = input.defaultBranch ?? DEFAULT_BRANCH;
      const remote = remoteOf({ ...input, branch }, integrations);
      ctx.output('remoteUrl', remote.url);
      if (remote.contentsUrl) {
        ctx.output('repoContentsUrl', remote.contentsUrl);
      }
      if (ctx.isDryRun) {
        logger.info(`A run would publish to ${remote.url}`);
        return;
      }
      const { commit, wasThere } = await git.publishFolder({
        folder: getRepoSourceDirectory(ctx.workspacePath, input.sourcePath),
        url: remote.url,
        branch,
        message:
          input.gitCommitMessage ??
          config.getOptionalString('scaffolder.defaultCommitMessage') ??
          DEFAULT_MESSAGE,
        author: {
          name:
            input.gitAuthorName ??
            config.getOptionalString('scaffolder.defaultAuthor.name') ??
            DEFAULT_AUTHOR.name,
          email:
            input.gitAuthorEmail ??
            config.getOptionalString('scaffolder.defaultAuthor.email') ??
            DEFAULT_AUTHOR.email,
        },
        signal,
      });
      logger.info(
        wasThere
          ? `${remote.url} has this content already, as ${commit}`
          : `Published ${commit} to ${remote.url}`,
      );
      ctx.output('commitHash', commit);
    },
  });
}
