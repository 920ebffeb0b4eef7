import type {
  AuthService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GitProviderConfig, GitService } from '@waymark/git-node';
import { createPseudonymiser } from '@waymark/privacy-common';
import type { Knex } from 'knex';
import { CatalogSync } from './catalog/CatalogSync';
import type { DoraConfig } from './config';
import { DatabaseEventStore } from './database/raw/DatabaseEventStore';
import { Partitions } from './database/raw/Partitions';
import { DecisionService } from './decisions/DecisionService';
import { Calendar } from './domain/calendar';
import { CommitRanges } from './git/CommitRanges';
import { GitCollector } from './git/GitCollector';
import { ImportService } from './ingest/ImportService';
import { IngestService } from './ingest/IngestService';
import type { SourceRegistry } from './ingest/SourceRegistry';
import type { DoraMetricsSink } from './metrics';
import { KnowledgeCache } from './names/KnowledgeCache';
import { Deriver } from './pipeline/Deriver';
import { Folder, FOLDER_BATCH } from './pipeline/Folder';
import { Normaliser, NORMALISER_BATCH } from './pipeline/Normaliser';
import { Pipeline } from './pipeline/Pipeline';
import { RollUpMerger } from './pipeline/RollUpMerger';
import { DetailReader } from './reads/DetailReader';
import { DistributionReader } from './reads/DistributionReader';
import { FreshnessReader } from './reads/FreshnessReader';
import { HealthReader } from './reads/HealthReader';
import { ListReader } from './reads/ListReader';
import { MetricsReader } from './reads/MetricsReader';
import { People } from './reads/People';
import { ScopeResolver } from './reads/ScopeResolver';
import { RebuildService } from './rebuild/RebuildService';
import type { HandlerServices } from './router/createHandlers';
import { RetentionService } from './rebuild/RetentionService';
import { MappingService } from './triage/MappingService';
import { QualityReader } from './triage/QualityReader';
import { RejectedService } from './triage/RejectedService';

/** The longest line of an import: an event and what wraps it. */
const LINE_SURPLUS = 100_000;

/** Everything that the plugin is made of, from its database, its configuration and a clock. */
export function createServices(options: {
  knex: Knex;
  config: DoraConfig;
  sources: SourceRegistry;
  metrics: DoraMetricsSink;
  auth: AuthService;
  catalog: CatalogService;
  git: GitService;
  providers: readonly GitProviderConfig[];
  userInfo: UserInfoService;
  logger: LoggerService;
  now: () => Date;
}): HandlerServices & {
  pipeline: Pipeline;
  catalogSync: CatalogSync;
  gitCollector: GitCollector;
  retention: RetentionService;
  calendar: Calendar;
} {
  const { knex, config, sources, logger, now } = options;
  const { graceHours } = config;
  const calendar = new Calendar(config.timezone);
  const knowledge = new KnowledgeCache({ knex });
  const partitions = new Partitions({
    knex,
    retentionMonths: config.retentionMonths,
  });
  const ingest = new IngestService({
    store: new DatabaseEventStore({ knex, partitions }),
    pseudonymise: createPseudonymiser({
      key: config.pseudonymKey,
      purpose: 'dora',
    }),
    metrics: options.metrics,
    maxEventBytes: config.maxEventBytes,
    now,
  });
  const deriver = new Deriver({
    knex,
    knowledge,
    calendar,
    rules: config.rules,
  });
  const rebuild = new RebuildService({ knex, logger, now });
  const normaliser = new Normaliser({ knex, sources, logger, now });
  const folder = new Folder({ knex, knowledge });
  const rollUps = new RollUpMerger({ knex });
  const scopes = new ScopeResolver({
    knowledge,
    people: new People(options),
    now,
  });
  const freshness = new FreshnessReader({ knex, now });
  const metrics = new MetricsReader({
    knex,
    scopes,
    freshness,
    calendar,
    graceHours,
    now,
  });
  const moment = () => ({ now: now(), graceMs: graceHours * 3_600_000 });
  return {
    knex,
    knowledge,
    sources,
    ingest,
    calendar,
    moment,
    metrics,
    rebuild,
    importer: new ImportService({
      ingest,
      sources,
      maxLineBytes: config.maxEventBytes + LINE_SURPLUS,
    }),
    distribution: new DistributionReader({ knex, scopes, metrics, calendar }),
    health: new HealthReader({ knex, graceHours, now }),
    lists: new ListReader({ knex, scopes, calendar, moment }),
    details: new DetailReader({ knex }),
    decisions: new DecisionService({ knex, deriver, now }),
    mappings: new MappingService({ knex, knowledge, calendar, now }),
    rejected: new RejectedService({ knex, ingest, sources, now }),
    quality: new QualityReader({ knex, knowledge, metrics, calendar, now }),
    catalogSync: new CatalogSync(options),
    gitCollector: new GitCollector({
      ...options,
      knowledge,
      ingest,
      ranges: new CommitRanges({
        knex,
        git: options.git,
        maxCommits: config.git.maxCommits,
      }),
      oldest: at => partitions.oldest(at),
      maxCommits: config.git.maxCommits,
    }),
    retention: new RetentionService({ knex, partitions, logger, now }),
    pipeline: new Pipeline({
      logger,
      metrics: options.metrics,
      groups: [
        {
          maxMs: 30_000,
          atMostMs: 480_000,
          stages: [
            {
              name: 'normalise',
              run: () => normaliser.run(),
              fullBatch: NORMALISER_BATCH,
            },
            {
              name: 'fold',
              run: () => folder.run(),
              fullBatch: FOLDER_BATCH,
            },
          ],
        },
        {
          maxMs: 20_000,
          stages: [{ name: 'derive', run: () => deriver.run() }],
        },
        {
          maxMs: 20_000,
          stages: [{ name: 'roll-up', run: () => rollUps.run() }],
        },
        {
          maxMs: 10_000,
          stages: [{ name: 'rebuild', run: () => rebuild.step() }],
        },
      ],
    }),
  };
}
