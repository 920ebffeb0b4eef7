import { runDeadLetters } from './inbox/dead-letters-command.ts';
import { openPostgres } from './database/database.ts';
import { identity } from './identity.ts';

const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set.');
  process.exit(2);
}
const database = openPostgres({
  url,
  poolSize: 1,
  applicationName: `${identity.name} dead-letters`,
  onLost: error => {
    console.error(error.message);
  },
});
try {
  process.exitCode = await runDeadLetters(process.argv.slice(2), {
    database,
    print: line => {
      console.log(line);
    },
    complain: line => {
      console.error(line);
    },
  });
} finally {
  await database.close();
}
