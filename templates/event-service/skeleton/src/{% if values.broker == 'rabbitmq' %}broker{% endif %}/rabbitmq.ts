import { Connection, type Publisher } from 'rabbitmq-client';
import type {
  Broker,
  BrokerOptions,
  IncomingMessage,
  OutgoingMessage,
  Subscription,
  Topology,
} from './broker.ts';

export function openRabbitMq(options: BrokerOptions): Broker {
  return new RabbitMqBroker(options);
}

/** A topic is an exchange that copies to every queue; a group has one queue for each topic that it reads. */
const queueOf = (group: string, topic: string): string => `${group}.${topic}`;

class RabbitMqBroker implements Broker {
  readonly system = 'rabbitmq';
  readonly #connection: Connection;
  readonly #publisher: Publisher;
  #queues: readonly string[] = [];

  constructor({ url, clientId }: BrokerOptions) {
    this.#connection = new Connection({
      url,
      connectionName: clientId,
      acquireTimeout: 5_000,
      retryLow: 500,
      retryHigh: 10_000,
    });
    // It connects again by itself. Whoever waits for an answer meanwhile gets the error.
    this.#connection.on('error', () => undefined);
    this.#publisher = this.#connection.createPublisher({ confirm: true });
  }

  async prepare({ publishes, consumes, group }: Topology): Promise<void> {
    for (const exchange of new Set([...publishes, ...consumes])) {
      await this.#connection.exchangeDeclare({
        exchange,
        type: 'fanout',
        durable: true,
      });
    }
    for (const topic of consumes) {
      const queue = queueOf(group, topic);
      await this.#connection.queueDeclare({
        queue,
        durable: true,
        arguments: {
          'x-queue-type': 'quorum',
          // One replica reads at a time: that keeps the order.
          'x-single-active-consumer': true,
          // The broker must not drop a message because replicas died while they read it.
          'x-delivery-limit': 1_000_000,
        },
      });
      await this.#connection.queueBind({ queue, exchange: topic });
    }
  }

  /** In order, and confirmed by a majority of the replicas of each queue. */
  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    await Promise.all(
      messages.map(({ id, topic, headers, body }) =>
        this.#publisher.send(
          {
            exchange: topic,
            messageId: id,
            headers: { ...headers },
            contentType: 'application/cloudevents+json',
            durable: true,
          },
          body,
        ),
      ),
    );
  }

  async consume({
    topics,
    group,
    receive,
    signal,
  }: Subscription): Promise<void> {
    this.#queues = topics.map(topic => queueOf(group, topic));
    const consumers = topics.map(topic => {
      const consumer = this.#connection.createConsumer(
        {
          queue: queueOf(group, topic),
          queueOptions: { passive: true },
          qos: { prefetchCount: 64 },
          concurrency: 1,
          requeue: true,
        },
        async ({ headers, body }) => {
          await receive({
            topic,
            headers: textHeaders(headers ?? {}),
            body: bytesOf(body),
          });
        },
      );
      // It subscribes again by itself; what was not acknowledged comes again.
      consumer.on('error', () => undefined);
      return consumer;
    });
    await untilAborted(signal);
    await Promise.all(consumers.map(consumer => consumer.close()));
  }

  async lag(): Promise<number> {
    const sizes = await Promise.all(
      this.#queues.map(queue =>
        this.#connection.queueDeclare({ queue, passive: true }),
      ),
    );
    return sizes.reduce((sum, { messageCount }) => sum + messageCount, 0);
  }

  async check(): Promise<void> {
    const channel = await this.#connection.acquire();
    await channel.close();
  }

  async close(): Promise<void> {
    await this.#publisher.close();
    await this.#connection.close();
  }
}

function textHeaders(
  headers: Record<string, unknown>,
): IncomingMessage['headers'] {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** The client has parsed the body if its sender called it JSON or text. */
function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      resolve();
    };
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });
}
