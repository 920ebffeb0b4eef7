import { plural, spaced } from '../../domain/words';
import { factsOf, table, type DocsContext } from './page';

export function runbookPage(context: DocsContext) {
  const { service, directory, emailDomain, lessons } = context;
  const facts = factsOf(service);
  const things = plural(spaced(service.nouns[0]));
  const calls = service.dependsOn
    .map(name => directory.service(name))
    .filter(({ type }) => type !== 'library');

  return `# Runbook

For whoever is on call, at an hour when reading is hard. Dashboard: <https://dashboards.internal.${emailDomain}/d/${
    service.name
  }>

## First two minutes

1. Acknowledge the alert and say so in \`#${service.owner}\`.
2. Was there a deployment in the last 30 minutes? Then roll back first and understand later:

    \`\`\`bash
    deploy rollback ${service.name} --environment production
    \`\`\`

3. Is it us? Check the dependencies in the table below before you touch anything.

## Alerts

${table(['Alert', 'Means', 'Do'], alerts(context))}

## Dependencies to check

${
  calls.length === 0
    ? 'None: if it is broken, it is us.'
    : table(
        ['Component', 'On call', 'Health'],
        calls.map(call => [
          call.title,
          `\`#${call.owner}\``,
          `\`https://${call.name}.internal.${emailDomain}/health\``,
        ]),
      )
}

## Routine work

**Restart.** \`deploy restart ${
    service.name
  }\`. Safe at any time; replicas go one by one.

**Scale.** Change \`replicas\` in \`deploy/values.yaml\` and merge; it takes effect in about three minutes. The usual number is ${
    facts.replicas
  }.

**Repair data.** Never by hand in the database. Every repair of ${things} is a script in \`scripts/\` that somebody else has read.

## Escalation

${table(
  ['After', 'Who'],
  [
    ['0 minutes', `on-call of ${directory.team(service.owner).title}`],
    [
      '20 minutes',
      `${
        directory.person(directory.team(service.owner).lead).displayName
      }, team lead`,
    ],
    [
      '60 minutes',
      `head of ${
        directory.organisation.areas.find(({ name }) => name === service.area)
          ?.title ?? service.area
      }`,
    ],
  ],
)}
${
  lessons.length > 0
    ? `\n## Learned the hard way\n\n${lessons
        .map(line => `- ${line}`)
        .join('\n')}\n`
    : ''
}`;
}

function alerts({ service }: DocsContext): string[][] {
  const facts = factsOf(service);
  const things = plural(spaced(service.nouns[0]));
  if (service.type === 'scheduled-job') {
    return [
      [
        '`JobMissed`',
        `no run finished since ${facts.runsAt} UTC`,
        'start it by hand; it continues where it stopped',
      ],
      [
        '`JobSlow`',
        'a run takes more than twice its usual time',
        'look at the batch in the log, one record is usually to blame',
      ],
    ];
  }
  if (service.type === 'data-pipeline') {
    return [
      [
        '`DataStale`',
        `results are older than ${facts.freshness}`,
        'find the first failed hour and run it again',
      ],
      [
        '`VolumeDrop`',
        `30 % fewer ${things} than the same day last week`,
        'ask the producer before you publish',
      ],
      [
        '`SchemaChanged`',
        'an unknown field arrived',
        'it is stored but ignored; decide the next working day',
      ],
    ];
  }
  return [
    [
      '`ErrorBudgetBurn`',
      `the budget of ${facts.budget} is gone within a day at this rate`,
      'roll back or shed load',
    ],
    [
      '`LatencyHigh`',
      `95 % of answers take more than ${facts.latencyMs} ms`,
      'check the slowest dependency on the dashboard',
    ],
    ...(service.resources.some(({ type }) => type === 'database')
      ? [
          [
            '`ConnectionsHigh`',
            'the database pool is 90 % full',
            'look for long transactions; restarting hides the cause',
          ],
        ]
      : []),
    ...(service.consumes.some(name => name.endsWith('-events'))
      ? [
          [
            '`ConsumerLag`',
            'more than 10,000 events wait',
            'scale out up to the number of partitions (12)',
          ],
        ]
      : []),
  ];
}
