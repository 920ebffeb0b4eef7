/**
 * A process that scans one root and tells how far it is, for tests that kill
 * it. Arguments: database URL, root, lease in milliseconds.
 */
import knexFactory from 'knex';
import { TestIngestion, testProvider } from './TestIngestion';

const [database, root, leaseMs] = process.argv.slice(2);
const logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => logger,
};
const knex = knexFactory({ client: 'pg', connection: database });
const { scanner } = new TestIngestion({
  knex,
  logger,
  leaseMs: Number(leaseMs),
  onScanned: () => process.stdout.write('scanned\n'),
});

scanner
  .scanAll(testProvider({ root, concurrency: 2 }))
  .then(() => process.stdout.write('done\n'))
  .finally(() => knex.destroy());
