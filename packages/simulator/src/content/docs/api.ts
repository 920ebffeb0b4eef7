import { shapeOf } from '../../data/nouns';
import { camel, pascal, plural, spaced, withArticle } from '../../domain/words';
import { nounExample, writableExample } from '../schema';
import { table, type DocsContext } from './page';

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

export function apiPage(context: DocsContext) {
  const { service, emailDomain } = context;
  if (service.type === 'ml-service') return predictionPage(context);
  const noun = service.nouns[0];
  const thing = spaced(noun);
  const base = `https://${service.name}.internal.${emailDomain}/v1`;
  const example = nounExample(noun, emailDomain);
  const { statuses, fields } = shapeOf(noun);

  return `# Using the API

The contract is \`openapi.yaml\` in this repository; the portal shows it under **APIs**. This page has what a contract cannot say.

## Before the first call

Workloads authenticate with their own token, which the runtime mounts at \`/var/run/secrets/workload/token\`. Ask in \`#${
    service.owner
  }\` to be added to the callers; we need the name of your component and an estimate of your traffic.

## Read ${withArticle(thing)}

\`\`\`bash
curl -s "${base}/${plural(noun)}/${String(example.id)}" \\
  -H "Authorization: Bearer $(cat /var/run/secrets/workload/token)"
\`\`\`

\`\`\`json
${pretty(example)}
\`\`\`

## Create ${withArticle(thing)}

\`\`\`bash
curl -s -X POST "${base}/${plural(noun)}" \\
  -H "Authorization: Bearer $(cat /var/run/secrets/workload/token)" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify(writableExample(noun, emailDomain))}'
\`\`\`

Keep the idempotency key until you have an answer. Repeating the request with it is always safe.

## Fields

${table(
  ['Field', 'Meaning'],
  [
    ['`id`', 'Opaque identifier'],
    ['`status`', statuses.map(status => `\`${status}\``).join(', ')],
    ...fields.map(({ name, about }) => [`\`${name}\``, about]),
    ['`version`', 'Send it as `If-Match` when you change something'],
  ],
)}

## Limits and errors

${table(
  ['Limit', 'Value', 'What you get beyond it'],
  [
    [
      'Requests per caller',
      service.tier === 1 ? '200 a second' : '50 a second',
      '429 with `Retry-After`',
    ],
    ['Page size', '200', '400'],
    ['Body', '64 KiB', '413'],
  ],
)}

Errors are \`application/problem+json\` and carry a \`traceId\`; quote it when you ask for help. Retry 429 and 503 with back-off, nothing else.
`;
}

function predictionPage({ service, emailDomain }: DocsContext) {
  return `# Using the API

One call scores up to 200 ${plural(spaced(service.nouns[0]))}:

\`\`\`bash
curl -s -X POST "https://${
    service.name
  }.internal.${emailDomain}/v1/predictions" \\
  -H "Authorization: Bearer $(cat /var/run/secrets/workload/token)" \\
  -H "Content-Type: application/json" \\
  -d '{"subjects": [{"id": "7f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b", "features": {"ageDays": 41, "recentCount": 3}}]}'
\`\`\`

The answer has a score between 0 and 1 per subject and the features that mattered most. Do not compare scores of different model versions; \`model\` in the answer says which one you got, and \`GET /v1/model\` describes it.

## When there is no answer

Set a time-out of 200 ms and have a fixed rule ready. A missing score must never stop a customer.
`;
}

export function usagePage({ service, directory }: DocsContext) {
  const { organisation } = directory;
  const name = `@${organisation.slug}/${service.name}`;
  const noun = service.nouns[0];
  return `# Usage

\`\`\`bash
npm install ${name}
\`\`\`

\`\`\`ts
import { get${pascal(noun)} } from '${name}';

const ${camel(noun)} = await get${pascal(noun)}(store, id);
\`\`\`

## Upgrading

Minor and patch versions are safe to take automatically; the dependency bot opens those for you. Before a major version, read \`CHANGELOG.md\`: every breaking change comes with the line to replace.

## Who is on it

${
  directory
    .dependents(service.name)
    .map(user => `- ${user.title}`)
    .join('\n') || 'Nobody yet.'
}
`;
}
