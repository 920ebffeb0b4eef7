/** Text of a file, or why it is none. */
export type DecodedText =
  | { status: 'ok'; text: string }
  | { status: 'binary' | 'not-utf8' };

/** Reads bytes as UTF-8 text. A NUL byte marks a binary file, as in git. */
export function decodeText(content: Buffer): DecodedText {
  if (content.includes(0)) {
    return { status: 'binary' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return { status: 'ok', text };
  } catch {
    return { status: 'not-utf8' };
  }
}
