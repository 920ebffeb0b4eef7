const LARGEST_POSITION = 2n ** 63n - 1n;

/** Opaque on purpose: callers pass cursors on and do not make them up. */
export function encodeCursor(position: bigint): string {
  return Buffer.from(position.toString()).toString('base64url');
}

/** Undefined when the text is no cursor of ours. */
export function decodeCursor(cursor: string): bigint | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^[1-9]\d{0,18}$/.test(text)) return undefined;
  const position = BigInt(text);
  return position <= LARGEST_POSITION ? position : undefined;
}
