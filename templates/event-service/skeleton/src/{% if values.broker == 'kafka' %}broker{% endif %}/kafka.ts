import {
  Admin,
  Consumer,
  ProduceAcks,
  Producer,
  stringDeserializer,
  stringSerializer,
} from '@platformatic/kafka';
import type {
  Broker,
  BrokerOptions,
  OutgoingMessage,
  Subscription,
  Topology,
} from './broker.ts';
import { kafkaOptions } from './kafka-url.ts';

type KafkaConsumer = Consumer<Buffer, Buffer, string, string>;

/** The order of a key is kept by its partition. Topics made here get as many replicas as the cluster's default says. */
const PARTITIONS = 6;

export function openKafka({ url, clientId }: BrokerOptions): Broker {
  return new KafkaBroker({ ...kafkaOptions(url), clientId, retries: 1 });
}

class KafkaBroker implements Broker {
  readonly system = 'kafka';
  readonly #base: ConstructorParameters<typeof Admin>[0];
  readonly #admin: Admin;
  readonly #producer: Producer<string, Buffer, string, string>;
  #consumer: KafkaConsumer | undefined;

  constructor(base: ConstructorParameters<typeof Admin>[0]) {
    this.#base = base;
    this.#admin = new Admin(base);
    this.#producer = new Producer<string, Buffer, string, string>({
      ...base,
      idempotent: true,
      acks: ProduceAcks.ALL,
      serializers: {
        key: stringSerializer,
        headerKey: stringSerializer,
        headerValue: stringSerializer,
      },
    });
  }

  async prepare({ publishes, consumes }: Topology): Promise<void> {
    const known = new Set(await this.#admin.listTopics());
    const missing = [...new Set([...publishes, ...consumes])].filter(
      topic => !known.has(topic),
    );
    if (missing.length === 0) return;
    try {
      await this.#admin.createTopics({
        topics: missing,
        partitions: PARTITIONS,
        replicas: -1,
      });
    } catch (error) {
      // Another replica may have been faster.
      const now = new Set(await this.#admin.listTopics());
      if (missing.some(topic => !now.has(topic))) throw error;
    }
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    await this.#producer.send({
      messages: messages.map(({ topic, key, headers, body }) => ({
        topic,
        key,
        headers: { ...headers },
        value: body,
      })),
    });
  }

  async consume({
    topics,
    group,
    receive,
    signal,
  }: Subscription): Promise<void> {
    const consumer: KafkaConsumer = new Consumer({
      ...this.#base,
      groupId: group,
      autocommit: false,
      // A killed replica holds its partitions no longer than this.
      sessionTimeout: 10_000,
      heartbeatInterval: 3_000,
      maxWaitTime: 1_000,
      highWaterMark: 256,
      deserializers: {
        headerKey: stringDeserializer,
        headerValue: stringDeserializer,
      },
    });
    this.#consumer = consumer;
    try {
      // Joining takes long while the cluster is away: an abort does not wait for it.
      const stream = await Promise.race([
        consumer.consume({
          topics: [...topics],
          mode: 'committed',
          fallbackMode: 'earliest',
        }),
        aborted(signal),
      ]);
      if (!stream) return;
      const end = (): void => {
        stream.close().catch(() => undefined);
      };
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
      for await (const message of stream) {
        // What is still in the buffer was not committed, and goes to another replica.
        if (signal.aborted) break;
        await receive({
          topic: message.topic,
          headers: Object.fromEntries(message.headers),
          body: message.value,
        });
        await message.commit();
      }
    } finally {
      this.#consumer = undefined;
      await consumer.close(true);
    }
  }

  /** Of the partitions that this replica reads: the sum over all replicas is the lag of the group. */
  async lag(): Promise<number> {
    const consumer = this.#consumer;
    const assigned = (consumer?.assignments ?? []).filter(
      ({ partitions }) => partitions.length > 0,
    );
    if (!consumer || assigned.length === 0) return 0;
    const [ends, committed] = await Promise.all([
      consumer.listOffsets({ topics: assigned.map(({ topic }) => topic) }),
      consumer.listCommittedOffsets({ topics: assigned }),
    ]);
    let lag = 0n;
    for (const { topic, partitions } of assigned) {
      for (const partition of partitions) {
        const end = ends.get(topic)?.[partition] ?? 0n;
        const next = committed.get(topic)?.[partition] ?? 0n;
        lag += end - (next > 0n ? next : 0n);
      }
    }
    return Number(lag);
  }

  async check(): Promise<void> {
    await this.#admin.metadata({ topics: [], forceUpdate: true });
  }

  async close(): Promise<void> {
    await Promise.all([this.#producer.close(), this.#admin.close()]);
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise(resolve => {
    const done = (): void => {
      resolve(undefined);
    };
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });
}
