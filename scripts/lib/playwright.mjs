import { readFile, rm } from 'node:fs/promises';
import { yarn } from './dependencies.mjs';

const outcomes = suite => [
  ...(suite.specs ?? []).map(spec => spec.ok),
  ...(suite.suites ?? []).flatMap(outcomes),
];

/** Runs a script of a workspace that runs Playwright, and counts what passed and failed. */
export async function runPlaywright(
  nodeBin,
  { workspace, script, report, env },
) {
  await rm(report, { force: true });
  await yarn(nodeBin, ['workspace', workspace, script], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const results = JSON.parse(await readFile(report, 'utf8'));
  const specs = results.suites.flatMap(outcomes);
  return {
    passed: specs.filter(Boolean).length,
    failed: specs.filter(ok => !ok).length,
  };
}
