import { z } from 'zod';
import { identity } from './identity.ts';

const wholeNumber = (fallback: number) =>
  z.coerce.number().int().positive().default(fallback);
const topic = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/,
    'must have letters, digits, dots, hyphens and underscores only',
  );

const variables = z.object({
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info'),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must have the form postgresql://user:password@host:5432/name',
  }),
  DATABASE_POOL_SIZE: wholeNumber(10),
  BROKER_URL: z.string().min(1),
  MANAGE_TOPOLOGY: z.stringbool().default(true),
  EVENT_TOPIC: topic.default(identity.name),
  CONSUMED_TOPICS: z
    .string()
    .transform(list => list.split(',').map(name => name.trim()))
    .pipe(z.array(topic).min(1))
    .optional(),
  CONSUMER_GROUP: topic.default(identity.name),
  CONSUMER_CONCURRENCY: wholeNumber(4),
  HANDLER_TIMEOUT_MS: wholeNumber(20_000),
  RETRY_MAX_ATTEMPTS: wholeNumber(8),
  RETRY_FIRST_DELAY_MS: wholeNumber(500),
  RETRY_LONGEST_DELAY_MS: wholeNumber(300_000),
  POLL_INTERVAL_MS: wholeNumber(1_000),
  RETENTION_DAYS: wholeNumber(14),
});

export type Config = ReturnType<typeof readConfig>;

export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
}

/** Reads the environment; what is wrong with it is said all at once. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const read = variables.safeParse(env);
  if (!read.success) {
    const problems = read.error.issues.map(
      ({ path, message }) => `  ${path.join('.')}: ${message}`,
    );
    throw new InvalidConfig(
      `The configuration is not valid:\n${problems.join('\n')}`,
    );
  }
  const of = read.data;
  return {
    host: of.HOST,
    port: of.PORT,
    logLevel: of.LOG_LEVEL,
    databaseUrl: of.DATABASE_URL,
    databasePoolSize: of.DATABASE_POOL_SIZE,
    brokerUrl: of.BROKER_URL,
    managesTopology: of.MANAGE_TOPOLOGY,
    eventTopic: of.EVENT_TOPIC,
    consumedTopics: of.CONSUMED_TOPICS ?? [of.EVENT_TOPIC],
    consumerGroup: of.CONSUMER_GROUP,
    consumerConcurrency: of.CONSUMER_CONCURRENCY,
    handlerTimeoutMs: of.HANDLER_TIMEOUT_MS,
    retry: {
      maxAttempts: of.RETRY_MAX_ATTEMPTS,
      firstMs: of.RETRY_FIRST_DELAY_MS,
      longestMs: of.RETRY_LONGEST_DELAY_MS,
    },
    pollIntervalMs: of.POLL_INTERVAL_MS,
    retentionDays: of.RETENTION_DAYS,
  };
}
