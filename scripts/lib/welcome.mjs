import { inData } from './paths.mjs';

/** What a newcomer needs to know now, and nothing more. */
export function printWelcome({ url, metricsPort, example }) {
  const lines = ['', `  Waymark is ready:  ${url}`, ''];
  if (example) {
    lines.push(
      `  Example organisation: ${example.organisation.name}. Sign in with one click as`,
    );
    for (const { displayName, title } of example.personas) {
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
