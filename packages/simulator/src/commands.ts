import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { InputError } from '@backstage/errors';
import { importPast } from './deliveries/past/importPast';
import { live } from './deliveries/live/live';
import { ABSENT, hasDora } from './deliveries/live/portal';
import { readSecrets } from './deliveries/live/secrets';
import { createSender } from './deliveries/live/sender';
import { readLoadArguments } from './deliveries/load/loadArguments';
import { sendAtRate } from './deliveries/load/sendAtRate';
import { writeLoad } from './deliveries/load/writeLoad';

const say = (line: string) => process.stdout.write(`${line}\n`);

interface PortalOptions {
  url: string;
  token?: string;
  tokenFile?: string;
}

const withPortal = (command: Command) =>
  command
    .requiredOption('--url <url>', 'base of the portal')
    .option('--token <token>', 'token of the portal')
    .option('--token-file <file>', 'file with the token');

async function portalOf({ url, token, tokenFile }: PortalOptions) {
  const found = token ?? (tokenFile && (await readFile(tokenFile, 'utf8')));
  if (!found) throw new InputError('Give --token or --token-file');
  return { url: url.replace(/\/+$/, ''), token: found.trim() };
}

/** Aborts when somebody wants the process to end. */
function untilStopped() {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // The launcher is gone.
  process.once('disconnect', stop);
  // Listening must not keep a process alive that is done.
  process.channel?.unref();
  return controller.signal;
}

const paused = (reason: string, milliseconds: number) =>
  say(
    `The portal is away (${reason}); next attempt in ${Math.round(
      milliseconds / 1000,
    )} s`,
  );

export function addImport(program: Command) {
  withPortal(
    program
      .command('import')
      .description('send the past of an organisation to a portal')
      .requiredOption('--from <folder>', 'output of generate'),
  ).action(async (options: PortalOptions & { from: string }) => {
    const { url, token } = await portalOf(options);
    const status = await importPast({
      folder: options.from,
      url,
      token,
      now: () => new Date(),
      progress: ({ events, totalEvents, months }) =>
        say(`${events} of ${totalEvents} events, back to ${months.at(-1)}`),
      attempts: { signal: untilStopped(), paused },
    });
    if (status.state === 'absent') say(ABSENT);
    say(JSON.stringify(status));
  });
}

export function addLive(program: Command) {
  withPortal(
    program
      .command('live')
      .description('keep an organisation living, from the end of its past on')
      .requiredOption('--from <folder>', 'output of generate')
      .requiredOption('--secrets <file>', 'JSON: what each tool signs with')
      .option('--no-git', 'leave the Git repositories as they are')
      .addOption(
        new Option(
          '--speed <factor>',
          'how fast time passes until it has caught up with the clock',
        )
          .default(0, 'at once')
          .argParser(Number),
      ),
  ).action(
    async (
      options: PortalOptions & {
        from: string;
        secrets: string;
        git: boolean;
        speed: number;
      },
    ) => {
      const { url, token } = await portalOf(options);
      const signal = untilStopped();
      const attempts = { signal, paused };
      try {
        if (!(await hasDora(url, token, attempts))) {
          say(ABSENT);
          return;
        }
        await live({
          folder: options.from,
          sender: createSender({
            url,
            token,
            secrets: await readSecrets(options.secrets),
            say,
            attempts,
          }),
          speed: options.speed,
          clock: () => Date.now() / 1000,
          git: options.git,
          signal,
          say,
        });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  );
}

export function addLoad(program: Command) {
  program
    .command('load')
    .description('deliveries of any size, as NDJSON or at a steady rate')
    .option('--services <number>', 'number of services', '5000')
    .option('--months <number>', 'length of the past', '12')
    .option('--deployments <number>', 'number of deployments', '2000000')
    .option('--changes <number>', 'number of changes', '6000000')
    .option('--incidents <number>', 'number of incidents', '200000')
    .option('--seed <number>', 'another seed, other events', '1')
    .option('--until <instant>', 'ISO instant at which the past ends')
    .option('--out <file>', 'file, gzipped where it ends in .gz, or - ', '-')
    .option('--rate <number>', 'send so many events a second instead')
    .option('--seconds <number>', 'for so long', '60')
    .option('--url <url>', 'base of the portal, with --rate')
    .option('--token <token>', 'token of the portal')
    .option('--token-file <file>', 'file with the token')
    .action(async (options: Record<string, string | undefined>) => {
      const load = readLoadArguments(options, new Date());
      if (load.rate !== undefined) {
        const { url } = options;
        if (!url) throw new InputError('--rate needs --url');
        const portal = await portalOf({ ...options, url });
        const report = await sendAtRate({
          ...portal,
          eventsPerSecond: load.rate,
          seconds: load.seconds,
          services: load.profile.services,
          seed: load.profile.seed,
        });
        say(JSON.stringify(report));
        return;
      }
      const started = Date.now();
      const out = options.out === '-' ? process.stdout : options.out ?? '';
      const counts = await writeLoad(load.profile, out);
      const seconds = (Date.now() - started) / 1000;
      process.stderr.write(
        `${JSON.stringify({
          ...counts,
          seconds,
          perSecond: Math.round(counts.events / seconds),
        })}\n`,
      );
    });
}
