import { inData } from './paths.mjs';

/** What a newcomer needs to know now, and nothing more. */
export function printWelcome({ url, metricsPort, people }) {
  const lines = ['', `  Waymark is ready:  ${url}`, ''];
  if (people) {
    const { organisation } = people;
    const what = organisation && `Example organisation: ${organisation.name}. `;
    lines.push(`  ${what ?? ''}Sign in with one click as`);
    for (const { displayName, title } of people.personas) {
      lines.push(`    - ${displayName}, ${title}`);
    }
    lines.push('');
  }
  lines.push(
    `  Scripts:  curl -H "Authorization: Bearer $(cat ${inData(
      'admin-token',
    )})" ${url}/api/catalog/entities/by-query?limit=1`,
    `  Metrics:  http://127.0.0.1:${metricsPort}/metrics`,
    `  Log:      ${inData('logs', 'portal.log')}`,
    '  Stop:     Ctrl-C (everything is kept for the next start)',
    '',
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
