import type { Service } from '../../domain/types';
import { plural, spaced } from '../../domain/words';
import { eventNames } from '../asyncapi';
import { factsOf, table, type DocsContext } from './page';

const STORIES: Record<Service['type'], (context: DocsContext) => string> = {
  service: ({ service }) => {
    const { perSecond, replicas } = factsOf(service);
    return `It runs as ${replicas} stateless replicas behind the internal load balancer and handles about ${perSecond} requests or events a second at peak. State lives in the stores listed below; a replica can be stopped at any moment.`;
  },
  website: ({ service }) => {
    const { perSecond } = factsOf(service);
    return `Pages are rendered on the server and hydrated in the browser. At peak it serves ${perSecond} pages a second; static files come from the content delivery network. It keeps no state of its own.`;
  },
  library: () =>
    'It is a package without any process of its own. It has no global state, does no I/O at import time and follows semantic versioning strictly.',
  'data-pipeline': ({ service }) =>
    `It runs in three steps: read, transform, publish. Each step is idempotent and keyed by the hour it processes, so a failed hour is simply run again. Results are at most ${
      factsOf(service).freshness
    } old.`,
  'ml-service': ({ service }) =>
    `The model is trained offline and loaded at start; answering needs no other system. A replica serves about ${
      factsOf(service).perSecond
    } predictions a second. Every answer names the version of the model and the features that mattered most.`,
  'scheduled-job': ({ service }) =>
    `It starts every day at ${
      factsOf(service).runsAt
    } UTC, works in batches of ${
      factsOf(service).batch
    } and remembers how far it came. A second start on the same day does nothing.`,
};

export function architecturePage(context: DocsContext) {
  const { service, directory } = context;
  const calls = service.dependsOn.map(name => directory.service(name));
  const users = directory.dependents(service.name).slice(0, 4);
  const topic = service.apis.some(({ type }) => type === 'asyncapi');
  const noun = spaced(service.nouns[0]);

  return `# Architecture

${STORIES[service.type](context)}

## Context

\`\`\`text
${diagram(
  service,
  users.map(({ name }) => name),
  calls.map(({ name }) => name),
)}
\`\`\`

## What it depends on

${
  calls.length === 0
    ? 'No other component. That is deliberate: it has to keep working when everything around it does not.'
    : table(
        ['Component', 'Owner', 'What for', 'When it is down'],
        calls.map(call => [
          call.title,
          directory.team(call.owner).title,
          `${call.nouns
            .slice(0, 2)
            .map(item => plural(spaced(item)))
            .join(' and ')}`,
          whenDown(call),
        ]),
      )
}

## Where its data lives

${
  service.resources.length === 0
    ? 'It stores nothing.'
    : table(
        ['Resource', 'Kind', 'Contents'],
        service.resources.map(resource => [
          `\`${resource.name}\``,
          resource.type.replace('-', ' '),
          resource.description,
        ]),
      )
}

${
  topic
    ? `## What it publishes

Every change to ${plural(
        noun,
      )} is written to the database and to the outbox in one transaction; a relay publishes the outbox, so an event is never lost and sometimes repeated.

${table(
  ['Event', 'When'],
  eventNames(service.nouns[0]).map(event => [
    `\`${event}\``,
    whenOf(noun, event),
  ]),
)}

`
    : ''
}## Decisions worth knowing

1. **Identifiers are random and opaque.** Nobody can guess the next ${noun}, and nobody may read meaning into one.
2. **Time is UTC inside, local at the edges.** Conversions happen where people read them.
3. **Failures are answered, not hidden.** A dependency that does not answer in ${
    factsOf(service).timeoutMs
  } ms counts as down, and callers are told.
`;
}

function whenOf(noun: string, event: string) {
  const status = event.split('.').pop()?.replace(/-/g, ' ');
  return status === 'created'
    ? `a new ${noun} was stored`
    : `the ${noun} became ${status}`;
}

function whenDown({ type }: Service) {
  const answers: Record<Service['type'], string> = {
    service: 'the affected request fails with 503 and may be repeated',
    website: 'nothing here changes',
    library: 'not applicable, it is linked in',
    'data-pipeline': 'figures are older than usual',
    'ml-service': 'a fixed rule decides instead',
    'scheduled-job': 'work waits for the next run',
  };
  return answers[type];
}

/** Callers above, the service in its frame, what it calls and stores below. */
function diagram(service: Service, users: string[], calls: string[]) {
  const line = '-'.repeat(service.name.length + 2);
  const below = [
    ...calls.map(name => `   +--calls--> ${name}`),
    ...service.resources.map(
      ({ name, type }) =>
        `   +--${type === 'topic' ? 'publishes' : 'stores'}--> ${name}`,
    ),
  ];
  return [
    ...users.map(name => `   ${name} --+`),
    ...(users.length > 0 ? ['   |', '   v'] : []),
    `+${line}+`,
    `| ${service.name} |`,
    `+${line}+`,
    ...(below.length > 0 ? ['   |', ...below] : []),
  ].join('\n');
}
