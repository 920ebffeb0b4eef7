import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { hasDora } from '../live/portal';
import { fetchRetrying, type Attempts } from '../live/retrying';
import { reasonIn } from '../live/sender';
import { readState, writeState } from '../live/stateFile';
import type { Chunk } from './writePast';

const statusSchema = z.object({
  state: z.enum(['running', 'done', 'absent', 'failed']),
  url: z.string(),
  /** Months that are in, newest first. */
  months: z.array(z.string()),
  events: z.number(),
  totalEvents: z.number(),
  rejected: z.number(),
  updatedAt: z.string(),
  error: z.string().nullable(),
});

/** `deliveries/import.json`: how far the past is in, for whoever wants to show it. */
export type ImportStatus = z.output<typeof statusSchema>;

const replySchema = z.object({
  accepted: z.number(),
  duplicates: z.number(),
  rejected: z.array(z.object({ index: z.number(), reason: z.string() })),
});

const chunksSchema: z.ZodType<Chunk[]> = z.array(
  z.object({ file: z.string(), month: z.string(), events: z.number() }),
);

/** The regions that everybody in the organisation knows; what else is strange to the portal stays so. */
const KNOWN_REGIONS = ['prod-eu', 'prod-us'];

/**
 * Sends the past to a portal, the latest month first. Goes on where an earlier
 * run stopped; sending something twice does no harm.
 */
export async function importPast(options: {
  /** Output of `generate`. */
  folder: string;
  url: string;
  token: string;
  now: () => Date;
  progress?: (status: ImportStatus) => void;
  attempts?: Attempts;
}): Promise<ImportStatus> {
  const { folder, url, token, now, progress, attempts } = options;
  const base = join(folder, 'deliveries');
  const file = join(base, 'import.json');
  const chunks = await readChunks(base);
  const authorization = `Bearer ${token}`;
  const api = `${url}/api/dora`;

  const before = await readState(file, statusSchema);
  const isSame = before?.url === url && before.state !== 'absent';
  const status: ImportStatus = {
    state: 'running',
    url,
    months: isSame ? before.months : [],
    events: isSame ? before.events : 0,
    totalEvents: chunks.reduce((sum, { events }) => sum + events, 0),
    rejected: isSame ? before.rejected : 0,
    updatedAt: now().toISOString(),
    error: null,
  };
  const tell = async (change: Partial<ImportStatus>) => {
    Object.assign(status, change, { updatedAt: now().toISOString() });
    await writeState(file, status);
    progress?.({ ...status });
  };

  try {
    if (!(await hasDora(url, token, attempts))) {
      await tell({ state: 'absent' });
      return status;
    }
    if (status.months.length > 0 && (await isEmpty(api, authorization, chunks)))
      await tell({ months: [], events: 0, rejected: 0 });
    await tell({});
    for (const name of KNOWN_REGIONS) {
      await mapToProduction(api, authorization, name, attempts);
    }
    for (const chunk of chunks) {
      if (status.months.includes(chunk.month)) continue;
      const reply = await sendChunk(join(base, chunk.file), {
        api,
        authorization,
        attempts,
      });
      await tell({
        months: [...status.months, chunk.month],
        events: status.events + chunk.events,
        rejected: status.rejected + reply.rejected.length,
      });
    }
    await tell({ state: 'done' });
    return status;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await tell({ state: 'failed', error: message });
    throw error;
  }
}

async function readChunks(base: string): Promise<Chunk[]> {
  try {
    const text = await readFile(join(base, 'index.json'), 'utf8');
    return chunksSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new InputError(
      `${base} holds no deliveries; the organisation was made by an older version or not at all`,
      error,
    );
  }
}

/** A database that was replaced since knows nothing of what an earlier run sent. */
async function isEmpty(
  api: string,
  authorization: string,
  chunks: readonly Chunk[],
) {
  const oldest = chunks[chunks.length - 1];
  const query = new URLSearchParams({
    from: `${oldest.month}-01`,
    to: `${chunks[0].month}-28`,
    limit: '1',
  });
  const response = await fetchRetrying(`${api}/deployments?${query}`, () => ({
    headers: { authorization },
  }));
  if (!response.ok) return false;
  const { items } = (await response.json()) as { items: unknown[] };
  return items.length === 0;
}

async function mapToProduction(
  api: string,
  authorization: string,
  name: string,
  attempts?: Attempts,
) {
  const mapping = {
    kind: 'environment',
    source: '*',
    name,
    tier: 'production',
  };
  const response = await fetchRetrying(
    `${api}/mappings`,
    () => ({
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(mapping),
    }),
    attempts,
  );
  const text = await response.text();
  if (!response.ok) {
    throw new Error(
      `The portal does not map ${name} (${response.status}): ${reasonIn(text)}`,
    );
  }
}

async function sendChunk(
  file: string,
  request: { api: string; authorization: string; attempts?: Attempts },
) {
  const response = await fetchRetrying(
    `${request.api}/import?origin=example`,
    async () => ({
      method: 'POST',
      headers: {
        authorization: request.authorization,
        'content-type': 'application/x-ndjson',
        'content-encoding': 'gzip',
      },
      body: await openAsBlob(file),
    }),
    request.attempts,
  );
  const text = await response.text();
  if (!response.ok) {
    throw new Error(
      `The portal does not take ${file} (${response.status}): ${reasonIn(
        text,
      )}`,
    );
  }
  return replySchema.parse(JSON.parse(text));
}
