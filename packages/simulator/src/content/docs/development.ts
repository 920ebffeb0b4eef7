import { camel } from '../../domain/words';
import type { DocsContext } from './page';

export function developmentPage({ service, directory }: DocsContext) {
  const team = directory.team(service.owner);
  const python = service.language === 'python';
  const first = python
    ? service.nouns[0].replace(/-/g, '_')
    : camel(service.nouns[0]);
  const commands = python
    ? [
        'python -m venv .venv && . .venv/bin/activate',
        'pip install -e ".[dev]"',
        'pytest',
      ]
    : ['npm ci', 'npm test', 'npm run dev'];
  const source = python
    ? `src/${service.name.replace(/-/g, '_')}/${first}.py`
    : `src/${first}.ts`;

  return `# Development

## From clone to running tests

\`\`\`bash
git clone git@git.${directory.organisation.emailDomain}:${
    service.repository
  }.git
cd ${service.name}
${commands.join('\n')}
\`\`\`

Tests need no network and finish in under a minute. If they do not, that is a bug.

## Where things are

| Path | Contents |
| --- | --- |
| \`${source}\` | the rules; start reading here |
| \`${python ? 'tests/' : 'src/*.test.ts'}\` | tests, beside what they test |
| \`deploy/values.yaml\` | replicas, limits, schedules |
| \`docs/\` | this site |
| \`catalog-info.yaml\` | what the developer portal knows about it |

## How we work

- Small changes on short branches, merged after one review by somebody in ${
    team.title
  }.
- Commit messages follow Conventional Commits; the release is cut from them.
- What is merged is deployed to staging at once and to production by the next release.
- A change that others will notice gets a line in \`#${
    team.name
  }\` before it is merged.

## Releasing

Merging the release pull request tags \`vX.Y.Z\`, builds the ${
    service.type === 'library'
      ? 'package and publishes it'
      : 'image and promotes it to production'
  }. ${
    service.type === 'library'
      ? 'Withdrawing a version is a patch release that undoes it.'
      : 'Rolling back is redeploying the tag before.'
  }
`;
}
