import { plural, sentence, spaced } from '../../domain/words';
import { factsOf, table, type DocsContext } from './page';

const LIFECYCLES = {
  production: 'In production and supported.',
  experimental: 'An experiment: it may change without notice or go away.',
  deprecated:
    'Deprecated: it still runs, but please do not build anything new on it.',
};

export function overviewPage({ service, directory, emailDomain }: DocsContext) {
  const team = directory.team(service.owner);
  const lead = directory.person(team.lead);
  const system = directory.system(service.system);
  const facts = factsOf(service);
  const things = service.nouns.map(noun => plural(spaced(noun)));
  const users = directory.dependents(service.name);
  const runs = service.type !== 'library';

  return `# ${service.title}

${service.description}

It is part of **${system.title}**: ${system.description
    .charAt(0)
    .toLowerCase()}${system.description.slice(1)}

## At a glance

${table(
  ['', ''],
  [
    ['Status', LIFECYCLES[service.lifecycle]],
    ['Owner', `${team.title} (lead: ${lead.displayName})`],
    ['Chat', `\`#${team.name}\``],
    ['Deals with', things.join(', ')],
    ...(runs
      ? [
          [
            'Tier',
            `${service.tier}, availability goal ${facts.availability} (error budget ${facts.budget} a month)`,
          ],
        ]
      : []),
    ...(runs
      ? [
          [
            'Help in an emergency',
            `on-call of ${team.title}, answers within ${facts.answerWithin}`,
          ],
        ]
      : []),
  ],
)}

## Who uses it

${
  users.length === 0
    ? 'No other component in the catalogue depends on it.'
    : users
        .slice(0, 12)
        .map(
          user =>
            `- **${user.title}** (${directory.team(user.owner).title}): ${
              user.description
            }`,
        )
        .join('\n')
}

## Where to go next

- New here? [Architecture](architecture.md) explains the moving parts in five minutes.
${
  service.apis.some(({ type }) => type === 'openapi')
    ? '- Integrating? [Using the API](api.md) has working requests.\n'
    : ''
}${
    runs
      ? '- Paged? Go straight to the [Runbook](runbook.md).\n'
      : '- Building on it? See [Usage](usage.md).\n'
  }- Changing it? [Development](development.md) gets you from clone to merged change.

## What it does not do

${sentence(
  things[0],
)} are ours; what other domains conclude from them is theirs. If you need a figure about ${
    things[0]
  } that spans systems, ask the data team before you add an endpoint. Ideas and questions: \`#${
    team.name
  }\` or ${team.name}@${emailDomain}.
`;
}
