import { NotAllowedError } from '@backstage/errors';
import type { CallerCredentials } from '@waymark/contract-node';

/**
 * Anybody gets a signed token of a public issuer, and Backstage looks at issuer
 * and audience only; this looks at whose it is.
 *
 * @param senders - subjects; a `*` at the end is whatever follows
 * @throws NotAllowedError naming the subject and where to add it
 */
export function assertSender(
  { principal }: CallerCredentials,
  senders: readonly string[] | undefined,
): void {
  // People are judged by their roles, and plugins are the portal itself.
  const isMachine =
    principal.type === 'service' && principal.subject.startsWith('external:');
  if (!senders || !isMachine) {
    return;
  }
  const { subject } = principal;
  const isKnown = senders.some(sender =>
    sender.endsWith('*')
      ? subject.startsWith(sender.slice(0, -1))
      : subject === sender,
  );
  if (!isKnown) {
    throw new NotAllowedError(
      `authorization: '${subject}' is none of dora.ingest.senders; add it there, or the part before a '*' that it shares with others`,
    );
  }
}
