import { InputError } from '@backstage/errors';

/** Pages are counted; the first is 0. */
export function encodePage(page: number): string {
  return Buffer.from(String(page)).toString('base64');
}

export function decodePage(cursor: string | undefined): number {
  if (!cursor) return 0;
  const text = Buffer.from(cursor, 'base64').toString();
  if (!/^\d{1,6}$/.test(text)) {
    throw new InputError(
      'query.pageCursor: not a cursor of this search; leave it out to start at the first page',
    );
  }
  return Number(text);
}
