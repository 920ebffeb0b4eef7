import pLimit from 'p-limit';
import { ParsedFile, parseDocuments } from '../domain/parseDocuments';
import { ParseLimits, parseInWorker } from './parseInWorker';

/** Up to here the worst text takes about a tenth of a second. */
const INLINE_CHARACTERS = 16 * 1024;

/** Together they would need memory and processors that the portal needs itself. */
const oneAtATime = pLimit(1);

/**
 * Parses a file without holding up the process: a MiB of hostile YAML keeps a
 * parser busy for many seconds, with many hundred MiB. Larger files go to a
 * worker that has bounded time and memory.
 */
export async function parseBounded(
  text: string,
  limits: ParseLimits,
): Promise<ParsedFile> {
  return text.length <= INLINE_CHARACTERS
    ? parseDocuments(text, limits)
    : oneAtATime(() => parseInWorker(text, limits));
}
