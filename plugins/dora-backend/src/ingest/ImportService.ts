import type { Readable } from 'node:stream';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { IngestReply } from '@waymark/plugin-dora-common';
import { z } from 'zod';
import type { Origin } from '../domain/events';
import type { Delivery, IngestService } from './IngestService';
import { readLines } from './readLines';
import type { SourceRegistry } from './SourceRegistry';

const BATCH_LINES = 500;
const MAX_ANSWERED_REJECTS = 100;
const OWN_FORMAT = 'cdevents';

const envelope = z.object({
  source: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.json(),
});

/**
 * Takes history in, line by line. What was taken in is durable batch by batch,
 * so whoever sends the same again after a failure goes on where it stopped.
 */
export class ImportService {
  readonly #ingest: IngestService;
  readonly #sources: SourceRegistry;
  readonly #maxLineBytes: number;

  constructor(options: {
    ingest: IngestService;
    sources: SourceRegistry;
    maxLineBytes: number;
  }) {
    this.#ingest = options.ingest;
    this.#sources = options.sources;
    this.#maxLineBytes = options.maxLineBytes;
  }

  /**
   * `rejected` has the first hundred, with the number of their line from 0; all
   * are in the list of rejected events. The next batch is read when this one is
   * stored, so a fast sender waits.
   *
   * @throws InputError for a line that is too long to be one; what came before
   * is taken in
   */
  async take(
    stream: Readable,
    origin: Origin,
  ): Promise<IngestReply & { lines: number }> {
    const total = { lines: 0, accepted: 0, duplicates: 0 };
    const rejected: IngestReply['rejected'] = [];
    const lines = readLines(stream, this.#maxLineBytes);
    for await (const batch of inBatches(lines, BATCH_LINES)) {
      const reply = await this.#takeBatch(batch, total.lines, origin);
      total.lines += batch.length;
      total.accepted += reply.accepted;
      total.duplicates += reply.duplicates;
      rejected.push(
        ...reply.rejected.slice(0, MAX_ANSWERED_REJECTS - rejected.length),
      );
    }
    return { ...total, rejected };
  }

  async #takeBatch(
    batch: readonly string[],
    first: number,
    origin: Origin,
  ): Promise<IngestReply> {
    const deliveries: Delivery[] = [];
    const lineOf: number[] = [];
    const unreadable: IngestReply['rejected'] = [];
    batch.forEach((line, i) => {
      if (line.trim() === '') {
        return;
      }
      try {
        deliveries.push(this.#toDelivery(line));
        lineOf.push(first + i);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        unreadable.push({ index: first + i, id: null, reason });
      }
    });
    // One line may hold several events; each line is a delivery of its own.
    const replies = await this.#ingest.takeEach(deliveries, origin);
    return {
      accepted: replies.accepted,
      duplicates: replies.duplicates,
      rejected: [
        ...unreadable,
        ...replies.rejected.map(each => ({
          ...each,
          index: lineOf[each.index],
        })),
      ].sort((a, b) => a.index - b.index),
    };
  }

  #toDelivery(line: string): Delivery {
    let body: JsonValue;
    try {
      body = JSON.parse(line);
    } catch (error) {
      throw new InputError(`Not JSON: ${(error as Error).message}`);
    }
    const wrapped = envelope.safeParse(body);
    const known =
      wrapped.success && this.#sources.find(wrapped.data.source) !== undefined;
    const source = known ? wrapped.data.source : OWN_FORMAT;
    return {
      source: this.#sources.get(source),
      request: {
        headers: known ? lowerCase(wrapped.data.headers) : {},
        rawBody: Buffer.from(line),
        body: known ? (wrapped.data.body as JsonValue) : body,
      },
    };
  }
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

async function* inBatches<T>(
  items: AsyncIterable<T>,
  size: number,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}
