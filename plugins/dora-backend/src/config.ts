import type { RootConfigService } from '@backstage/backend-plugin-api';
import { DEFAULT_RULES, type ServiceRules } from '@waymark/plugin-dora-common';
import { IANAZone } from 'luxon';

export interface DoraConfig {
  timezone: string;
  pseudonymKey: string;
  retentionMonths: number;
  maxEventBytes: number;
  /** Of one webhook source, per replica. */
  webhookRequestsPerMinute: number;
  /** Machines that may report events; undefined: all that have the permission. */
  senders: readonly string[] | undefined;
  /** A deployment that is younger and has not failed is pending. */
  graceHours: number;
  rules: ServiceRules;
  git: { enabled: boolean; maxCommits: number };
  /** Secrets of a source; without one its webhook is closed. */
  secretsOf(source: string): string[];
}

/**
 * Reads `dora` and what it needs of `waymark`.
 *
 * @throws Error naming the key that is missing or wrong
 */
export function readDoraConfig(config: RootConfigService): DoraConfig {
  const positive = (key: string, fallback: number) => {
    const value = config.getOptionalNumber(key) ?? fallback;
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(`Config '${key}' must be a whole number above 0`);
    }
    return value;
  };
  const timezone = config.getOptionalString('waymark.timezone') ?? 'UTC';
  if (!IANAZone.isValidZone(timezone)) {
    throw new Error(
      `Config 'waymark.timezone' must be the name of a time zone such as Europe/Berlin, not '${timezone}'`,
    );
  }
  return {
    timezone,
    pseudonymKey: config.getString('waymark.privacy.pseudonymKey'),
    retentionMonths: positive('dora.retentionMonths', 25),
    maxEventBytes: positive('dora.ingest.maxEventBytes', 1_000_000),
    webhookRequestsPerMinute: positive('dora.ingest.requestsPerMinute', 6_000),
    senders: config.getOptionalStringArray('dora.ingest.senders'),
    graceHours: positive('dora.graceHours', 24),
    rules: readRules(config),
    git: {
      enabled: config.getOptionalBoolean('dora.git.enabled') ?? true,
      maxCommits: positive('dora.git.maxCommits', 5_000),
    },
    secretsOf: source =>
      config.getOptionalStringArray(`dora.sources.${source}.secrets`) ?? [],
  };
}

function readRules(config: RootConfigService): ServiceRules {
  const list = (key: string, fallback: readonly string[]) =>
    config.getOptionalStringArray(`dora.rules.${key}`) ?? fallback;
  const number = (key: string, fallback: number) =>
    config.getOptionalNumber(`dora.rules.${key}`) ?? fallback;
  const from =
    config.getOptionalString('dora.rules.leadTimeFrom') ??
    DEFAULT_RULES.leadTimeFrom;
  if (from !== 'first-commit' && from !== 'opened') {
    throw new Error(
      `Config 'dora.rules.leadTimeFrom' must be first-commit or opened, not '${from}'`,
    );
  }
  return {
    hotfixLabels: list('hotfixLabels', DEFAULT_RULES.hotfixLabels),
    hotfixBranches: list('hotfixBranches', DEFAULT_RULES.hotfixBranches),
    hotfixTitles: list('hotfixTitles', DEFAULT_RULES.hotfixTitles),
    causeWindowHours: number(
      'causeWindowHours',
      DEFAULT_RULES.causeWindowHours,
    ),
    baselineGapDays: number('baselineGapDays', DEFAULT_RULES.baselineGapDays),
    leadTimeFrom: from,
  };
}
