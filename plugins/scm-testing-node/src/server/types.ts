/** What a server saw. */
export interface RecordedRequest {
  method: string;
  /** Path with query. */
  path: string;
  authorization?: string;
}

/** An answer that takes the place of the proper one. */
export interface Fault {
  /** Requests it applies to, by `<method> <path with query>`. */
  on: RegExp;
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** How often; until it is cleared, when left out. */
  times?: number;
}

export interface Call {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** JSON, unless it is a string. */
  body?: unknown;
}

/** Undefined when the route is not its own. */
export type Route = (
  call: Call,
) => Promise<Answer | undefined> | Answer | undefined;
