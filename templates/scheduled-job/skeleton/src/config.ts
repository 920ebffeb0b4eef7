import { tmpdir } from 'node:os';
import { z } from 'zod';
import { RunError } from './exitCodes.ts';

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be like postgresql://user:password@host:5432/database',
  }),
  /** How long a run may take; the CronJob kills what is still there a minute later. */
  DEADLINE_SECONDS: z.coerce.number().int().min(1).max(43_200).default(900),
  /** Rows in one transaction: the more, the faster, and the longer others wait for locks. */
  BATCH_SIZE: z.coerce.number().int().min(1).max(100_000).default(1_000),
  /** Where metrics are pushed to; without it they go to a file. */
  PUSHGATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where that file is, for the textfile collector of a node exporter. */
  METRICS_DIRECTORY: z.string().min(1).default(tmpdir()),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type Config = z.infer<typeof schema>;

/** Reads the settings, and says of every unusable one what it is and why. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // A variable that is set to nothing is one that is not set.
  const given = Object.entries(env).filter(([, value]) => value !== '');
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    issue => `${issue.path.join('.')}: ${issue.message}`,
  );
  throw new RunError(
    'configuration',
    `unusable settings: ${problems.join('; ')}`,
  );
}
