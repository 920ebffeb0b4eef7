import { Config, ConfigReader } from '@backstage/config';
import {
  CliGitService,
  createIntegrationCredentials,
  readGitProviders,
} from '@waymark/git-node';
import { Knex } from 'knex';
import { DatabaseIngestionStore } from '../database/DatabaseIngestionStore';
import { ChangeNotifier } from '../services/ChangeNotifier';
import { ProviderScanner } from '../services/ProviderScanner';

type ScannerOptions = ConstructorParameters<typeof ProviderScanner>[0];

/** A scanner on a real database and real git, with a clock that tests move. */
export class TestIngestion {
  readonly store: DatabaseIngestionStore;
  readonly scanner: ProviderScanner;
  now = new Date('2026-03-01T10:00:00Z');

  constructor(options: {
    /** Migrated. */
    knex: Knex;
    logger: ScannerOptions['logger'];
    cacheDirectory?: string;
    config?: Config;
    headTimeoutMs?: number;
    leaseMs?: number;
    onScanned?: () => void;
  }) {
    this.store = new DatabaseIngestionStore({ knex: options.knex });
    this.scanner = new ProviderScanner({
      ...options,
      git: new CliGitService({
        credentials: createIntegrationCredentials(
          options.config ?? new ConfigReader({}),
        ),
        cacheDirectory: options.cacheDirectory ?? '/nonexistent',
        headTimeoutMs: options.headTimeoutMs,
      }),
      store: this.store,
      notifier: new ChangeNotifier({
        events: { publish: async () => {}, subscribe: async () => {} },
      }),
      metrics: { scanFinished() {}, changed() {} },
      now: () => this.now,
    });
  }

  /** Moves the clock. */
  pass(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  /** `<code> <repository>` of every open problem. */
  async codes(): Promise<string[]> {
    const { items } = await this.store.listProblems({ limit: 200 });
    return items.map(p => `${p.code} ${p.repository}`).sort();
  }

  /** References of the entities that the catalog gets from a provider. */
  async shown(provider = 'p'): Promise<string[]> {
    const { changes } = await this.store.listChanges({
      provider,
      after: 0,
      limit: 10_000,
    });
    return changes.map(change => change.entityRef).sort();
  }
}

/** The one provider `p` of a test. */
export function testProvider(settings: object) {
  const [provider] = readGitProviders(
    new ConfigReader({
      catalog: {
        providers: { git: { p: { baseUrl: 'http://h/git', ...settings } } },
      },
    }),
  );
  return provider;
}

/** A component of a team. */
export function component(
  name: string,
  owner = 'shop',
  description = '',
): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name}, description: '${description}' }
spec: { type: service, lifecycle: production, owner: ${owner} }
`;
}
