import { fetchRetrying, type Attempts } from './retrying';

/** Whether there is a `dora` plugin at all. */
export async function hasDora(
  url: string,
  token: string,
  attempts?: Attempts,
): Promise<boolean> {
  const response = await fetchRetrying(
    `${url}/api/dora/quality`,
    () => ({ headers: { authorization: `Bearer ${token}` } }),
    attempts,
  );
  await response.body?.cancel();
  if (response.status === 401 || response.status === 403) {
    throw new Error(
      `${url} does not accept the token (${response.status}); it needs the permissions dora.import, dora.event.create, dora.triage.read and dora.triage.update`,
    );
  }
  return response.status !== 404;
}

export const ABSENT =
  'This portal has no delivery metrics (the dora plugin answers 404); nothing to do.';
