import { isError } from '@backstage/errors';
import { Command } from 'commander';
import { addImport, addLive, addLoad } from './commands';
import { LIMITS, PROFILES } from './data/profiles';
import { generateInto } from './generateInto';
import { readArguments } from './settings';

const { services, months } = LIMITS;
const sizes = Object.entries(PROFILES)
  .map(([name, profile]) => `${name} ${profile.services}`)
  .join(', ');

const program = new Command('simulator').description(
  'A simulated organisation: example data, test oracle, load generator',
);

const say = (line: string) => process.stdout.write(`${line}\n`);

program
  .command('generate')
  .description(
    'write the Git repositories of the organisation and the truth about them',
  )
  .requiredOption('--out <folder>', 'folder to create')
  .option(
    '--profile <name>',
    'ecommerce (300 engineers), bank (1,500) or startup (50)',
    'ecommerce',
  )
  .option(
    '--seed <number>',
    'another seed, another organisation of the same shape',
    '1',
  )
  .option(
    '--until <instant>',
    'ISO instant at which the simulated past ends (default: the last full hour)',
  )
  .option(
    '--services <number>',
    `${services.min} to ${services.max} (default: ${sizes})`,
  )
  .option(
    '--months <number>',
    `length of the past, ${months.min} to ${months.max}`,
    '12',
  )
  .action(
    async ({ out, ...options }: { out: string } & Record<string, unknown>) => {
      const started = Date.now();
      const elapsed = () => Math.round((Date.now() - started) / 100) / 10;
      let said = 0;
      const outcome = await generateInto({
        out,
        request: readArguments(options),
        now: new Date(),
        progress: (done, total) => {
          if (done < total && Date.now() - said < 1000) return;
          said = Date.now();
          say(`[${elapsed().toFixed(1)} s] ${done} of ${total} repositories`);
        },
      });
      if (outcome.status === 'exists') {
        say(`${outcome.out} already holds this organisation; nothing to do.`);
      }
      say(JSON.stringify({ ...outcome, seconds: elapsed() }));
    },
  );

addImport(program);
addLive(program);
addLoad(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(
    `simulator: ${isError(error) ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
