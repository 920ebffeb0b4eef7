import type {
  Broker,
  OutgoingMessage,
  Subscription,
} from '../../src/broker/broker.ts';

/**
 * A broker without a server: every group gets every message of its topics, in order,
 * and gets it again until it was received. It can be made to fail as real ones do.
 */
export class InMemoryBroker implements Broker {
  readonly system = 'memory';
  /** Everything that was published, copies among it. */
  readonly published: OutgoingMessage[] = [];
  /** Set while the broker is out of reach. */
  outage: Error | undefined;
  isClosed = false;
  readonly #positions = new Map<string, number>();
  #arrived = Promise.withResolvers<undefined>();

  prepare(): Promise<void> {
    return this.check();
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    await this.check();
    this.published.push(...messages);
    this.#arrived.resolve(undefined);
    this.#arrived = Promise.withResolvers();
  }

  async consume({
    topics,
    group,
    receive,
    signal,
  }: Subscription): Promise<void> {
    const aborted = new Promise<void>(resolve => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
    while (!signal.aborted) {
      await this.check();
      const position = this.#positions.get(group) ?? 0;
      const message = this.published[position];
      if (!message) {
        await Promise.race([this.#arrived.promise, aborted]);
        continue;
      }
      if (topics.includes(message.topic)) await receive(message);
      this.#positions.set(group, position + 1);
    }
  }

  lag(): Promise<number> {
    const positions = [...this.#positions.values()];
    const read = positions.length > 0 ? Math.min(...positions) : 0;
    return Promise.resolve(this.published.length - read);
  }

  check(): Promise<void> {
    return this.outage ? Promise.reject(this.outage) : Promise.resolve();
  }

  close(): Promise<void> {
    this.isClosed = true;
    return this.check();
  }
}
