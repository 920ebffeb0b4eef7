/** Waits, or rejects with the reason of the signal. */
export type Sleep = (
  milliseconds: number,
  signal?: AbortSignal,
) => Promise<void>;

export const realSleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const pause: { timer?: NodeJS.Timeout } = {};
    const stop = () => {
      clearTimeout(pause.timer);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    pause.timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
  });

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const REQUEST_LIMIT_MS = 120_000;

/** What the server wants, in milliseconds: seconds, or a date. */
export function retryAfter(value: string | null, now: number) {
  if (value === null) return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

export interface Attempts {
  signal?: AbortSignal;
  sleep?: Sleep;
  /** Hears why an attempt came to nothing and how long the pause is. */
  paused?: (reason: string, milliseconds: number) => void;
}

/**
 * Sends a request until it is answered. A server that is away, overloaded
 * (429) or broken (5xx) is asked again, with pauses that grow to a minute or
 * are as long as it wants; any other answer is the answer.
 *
 * @param init - makes the request anew, as its body may be a stream
 */
export async function fetchRetrying(
  url: string,
  init: () => RequestInit | Promise<RequestInit>,
  { signal, sleep = realSleep, paused }: Attempts = {},
): Promise<Response> {
  for (let pause = FIRST_PAUSE_MS; ; ) {
    signal?.throwIfAborted();
    let reason: string;
    let wanted: number | undefined;
    try {
      const limit = AbortSignal.timeout(REQUEST_LIMIT_MS);
      const response = await fetch(url, {
        ...(await init()),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      if (response.status !== 429 && response.status < 500) return response;
      await response.body?.cancel();
      reason = `it answers ${response.status}`;
      wanted = retryAfter(response.headers.get('retry-after'), Date.now());
    } catch (error) {
      signal?.throwIfAborted();
      reason = causeOf(error);
    }
    const wait = Math.min(wanted ?? pause, LONGEST_PAUSE_MS);
    paused?.(reason, wait);
    await sleep(wait, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** `fetch failed` says nothing; its cause does. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.message;
}
