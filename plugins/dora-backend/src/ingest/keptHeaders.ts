const KEPT =
  /^(?:content-type|ce-[\w-]+|x-(?:github|gitlab)-event|x-github-delivery|x-gitlab-event-uuid|svix-id|webhook-id)$/;

/** Headers that say what an event is; no signature, token or address is kept. */
export function keptHeaders(
  headers: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && KEPT.test(entry[0]),
    ),
  );
}
