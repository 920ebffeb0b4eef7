import { files, isWorkflow, type Check } from './check';
import { parseYaml } from './documents';

/** By a word that only the command has. */
const STEPS: [what: string, pattern: RegExp][] = [
  ['lint', /\b(npm run|make) lint\b/],
  ['tests', /\b(npm (run )?test|make test)\b/],
  ['a build', /\b(npm run|make) build\b/],
  ['an image scan', /trivy[\s\S]{0,200}\bimage\b/],
  ['a secret scan', /gitleaks/],
  ['static analysis', /semgrep scan/],
  ['a bill of materials', /cyclonedx/],
  ['a signature', /cosign sign/],
  ['the report of deployments', /report-deployment\.sh/],
];
const PINNED = /^(\.\/|[\w.-]+\/[\w./-]+@(v\d+\.\d+\.\d+|[0-9a-f]{40})$)/;

function pipelines(tree: Parameters<Check>[0]['tree']) {
  const all = files(
    tree,
    /^\.github\/workflows\/.*\.ya?ml$|^\.gitlab-ci\.yml$/,
  );
  const text = (wanted: (file: string) => boolean) =>
    all
      .filter(([file]) => wanted(file))
      .map(([, content]) => content)
      .join('\n');
  return {
    'GitHub Actions': text(file => file.startsWith('.github/')),
    'GitLab CI': text(file => file === '.gitlab-ci.yml'),
  };
}

/** Both pipelines do all that a golden path promises. */
export const pipelinesAreWhole: Check = ({ tree }) =>
  Object.entries(pipelines(tree)).flatMap(([name, text]) =>
    STEPS.filter(([, pattern]) => !pattern.test(text)).map(
      ([what]) => `${name}: lacks ${what}`,
    ),
  );

/** Actions and images have a version that nobody moves, and jobs no more rights than they say. */
export const pipelinesArePinned: Check = ({ tree }) =>
  [...tree]
    .filter(([file]) => isWorkflow(file))
    .flatMap(([file, content]) => {
      const actions = [...content.matchAll(/^\s*(?:- )?uses: (\S+)/gm)];
      const images = [...content.matchAll(/^\s*(?:image|- name): (\S+:\S*)/gm)];
      const onGitHub = file.startsWith('.github/');
      return [
        ...actions
          .filter(([, action]) => !PINNED.test(action))
          .map(([, action]) => `${file}: ${action} is not pinned`),
        ...images
          .filter(([, image]) => !/:v?\d+\.\d+/.test(image))
          .map(([, image]) => `${file}: ${image} is not pinned`),
        ...(onGitHub &&
        !('permissions' in Object(parseYaml(content).documents[0]))
          ? [
              `${file}: says no permissions, so it has those of the organisation`,
            ]
          : []),
      ];
    });
