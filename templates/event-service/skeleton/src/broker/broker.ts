/**
 * What this service needs of a message broker. One file beside this one implements
 * it; the tests have another that keeps everything in memory.
 */
export interface Broker {
  /** The name of the broker in traces, as OpenTelemetry spells it. */
  readonly system: string;

  /** Makes what is missing: topics to publish to, and the place where a group's messages wait. */
  prepare(topology: Topology): Promise<void>;

  /** Resolves when the broker has every message in safe keeping. */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;

  /** Hands over one message after the other until `signal` aborts; rejects when the connection is lost. */
  consume(subscription: Subscription): Promise<void>;

  /** How many messages wait for this subscription, as far as this replica can see. */
  lag(): Promise<number>;

  /** Rejects when the broker does not answer. */
  check(): Promise<void>;

  close(): Promise<void>;
}

export interface Topology {
  readonly publishes: readonly string[];
  readonly consumes: readonly string[];
  readonly group: string;
}

export interface Subscription {
  readonly topics: readonly string[];
  /** Replicas of one group share the messages; each group gets all of them. */
  readonly group: string;
  /** The message counts as delivered when this resolves; otherwise it comes again. */
  readonly receive: (message: IncomingMessage) => Promise<void>;
  readonly signal: AbortSignal;
}

export interface OutgoingMessage {
  /** The same for every copy of one message, so that a broker that can drops the copies. */
  readonly id: string;
  readonly topic: string;
  /** Messages of one key arrive in the order in which they were published. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface IncomingMessage {
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface BrokerOptions {
  readonly url: string;
  /** What the broker shows as the name of this client. */
  readonly clientId: string;
}
