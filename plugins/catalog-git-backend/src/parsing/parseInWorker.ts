import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ParsedFile, parseDocuments } from '../domain/parseDocuments';

export type ParseLimits = Parameters<typeof parseDocuments>[1];

const TIME_LIMIT_MS = 10_000;
const MEMORY_LIMIT_MB = 384;

/** The parser as it is on disk beside this file: source, or what it was built to. */
const suffix = __filename.endsWith('.cjs.js') ? '.cjs.js' : extname(__filename);
// A build keeps the files and folders of the source, so the neighbour is where it is here.
// eslint-disable-next-line no-restricted-syntax -- see above
const parser = join(__dirname, '..', 'domain', `parseDocuments${suffix}`);
const execArgv =
  suffix === '.ts'
    ? ['--require', require.resolve('@backstage/cli/config/nodeTransform.cjs')]
    : [];

const BOOTSTRAP = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { parseDocuments } = require(workerData.parser);
  parentPort.postMessage('ready');
  parentPort.once('message', ({ text, limits }) =>
    parentPort.postMessage(parseDocuments(text, limits)),
  );`;

/** Parses in a thread that is ended when it takes too long or too much. */
export async function parseInWorker(
  text: string,
  limits: ParseLimits,
  timeLimitMs: number = TIME_LIMIT_MS,
): Promise<ParsedFile> {
  const worker = new Worker(BOOTSTRAP, {
    eval: true,
    execArgv,
    workerData: { parser },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ParsedFile>((resolve, reject) => {
      worker.on('message', (message: 'ready' | ParsedFile) => {
        if (message === 'ready') {
          // Only parsing counts, not how long a busy machine takes to start.
          timer = setTimeout(
            () => resolve(tooComplex(`${timeLimitMs / 1000} seconds`)),
            timeLimitMs,
          );
          worker.postMessage({ text, limits });
        } else {
          resolve(message);
        }
      });
      worker.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(tooComplex(`${MEMORY_LIMIT_MB} MiB of memory`))
          : reject(error),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function tooComplex(limit: string): ParsedFile {
  return {
    status: 'refused',
    code: 'too-complex',
    reason: `Reading the file takes more than ${limit}`,
  };
}
