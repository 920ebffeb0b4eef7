import {
  AckPolicy,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  type JetStreamClient,
} from '@nats-io/jetstream';
import {
  connect,
  headers as natsHeaders,
  nanos,
  type MsgHdrs,
  type NatsConnection,
} from '@nats-io/transport-node';
import type {
  Broker,
  BrokerOptions,
  OutgoingMessage,
  Subscription,
  Topology,
} from './broker.ts';

export function openNats(options: BrokerOptions): Broker {
  return new NatsBroker(options);
}

/** A topic is a subject with a stream of its own; the names of streams and consumers may have no dots. */
const nameOf = (topicOrGroup: string): string =>
  topicOrGroup.replaceAll(/[^A-Za-z0-9_-]/g, '_');

class NatsBroker implements Broker {
  readonly system = 'nats';
  readonly #options: BrokerOptions;
  #connection: Promise<NatsConnection> | undefined;
  #subscription: Pick<Subscription, 'topics' | 'group'> | undefined;

  constructor(options: BrokerOptions) {
    this.#options = options;
  }

  async prepare({ publishes, consumes, group }: Topology): Promise<void> {
    const manager = await jetstreamManager(await this.#connect());
    for (const topic of new Set([...publishes, ...consumes])) {
      await manager.streams.add({
        name: nameOf(topic),
        subjects: [topic],
        // Copies of a message within this time are dropped by the server.
        duplicate_window: nanos(120_000),
      });
    }
    for (const topic of consumes) {
      await manager.consumers.add(nameOf(topic), {
        durable_name: nameOf(group),
        deliver_policy: DeliverPolicy.All,
        ack_policy: AckPolicy.Explicit,
        ack_wait: nanos(30_000),
        // One message at a time over all replicas: that keeps the order.
        max_ack_pending: 1,
      });
    }
  }

  /** In order, each after the server has stored the one before it. */
  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    const client = await this.#client();
    for (const { id, topic, headers, body } of messages) {
      const carried = natsHeaders();
      for (const [name, value] of Object.entries(headers)) {
        carried.set(name, value);
      }
      await client.publish(topic, body, { msgID: id, headers: carried });
    }
  }

  async consume(subscription: Subscription): Promise<void> {
    this.#subscription = subscription;
    await Promise.all(
      subscription.topics.map(topic => this.#consumeTopic(topic, subscription)),
    );
  }

  async #consumeTopic(
    topic: string,
    { group, receive, signal }: Subscription,
  ): Promise<void> {
    const client = await this.#client();
    const consumer = await client.consumers.get(nameOf(topic), nameOf(group));
    const messages = await consumer.consume({ max_messages: 1 });
    const end = (): void => {
      messages.stop();
    };
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    try {
      for await (const message of messages) {
        if (signal.aborted) break;
        await receive({
          topic,
          headers: textHeaders(message.headers),
          body: Buffer.from(message.data),
        });
        message.ack();
      }
    } finally {
      signal.removeEventListener('abort', end);
      messages.stop();
    }
  }

  async lag(): Promise<number> {
    if (!this.#subscription) return 0;
    const { topics, group } = this.#subscription;
    const manager = await jetstreamManager(await this.#connect());
    const states = await Promise.all(
      topics.map(topic => manager.consumers.info(nameOf(topic), nameOf(group))),
    );
    return states.reduce(
      (sum, state) => sum + state.num_pending + state.num_ack_pending,
      0,
    );
  }

  async check(): Promise<void> {
    const connection = await this.#connect();
    await connection.rtt();
  }

  async close(): Promise<void> {
    const connection = await this.#connection?.catch(() => undefined);
    this.#connection = undefined;
    await connection?.drain();
  }

  async #client(): Promise<JetStreamClient> {
    return jetstream(await this.#connect(), { timeout: 5_000 });
  }

  /** The first connection; the client renews it by itself when it is lost. */
  #connect(): Promise<NatsConnection> {
    this.#connection ??= connect({
      servers: this.#options.url.split(','),
      name: this.#options.clientId,
      maxReconnectAttempts: -1,
      timeout: 5_000,
    }).catch((error: unknown) => {
      this.#connection = undefined;
      throw error;
    });
    return this.#connection;
  }
}

function textHeaders(carried: MsgHdrs | undefined): Record<string, string> {
  const names = carried?.keys() ?? [];
  return Object.fromEntries(
    names.map(name => [name, carried?.get(name) ?? '']),
  );
}
