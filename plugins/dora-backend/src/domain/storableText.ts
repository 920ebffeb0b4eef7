// eslint-disable-next-line no-control-regex -- Postgres text cannot hold it
const NUL = /\u0000/g;
const HALF =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as Postgres can keep it: without NUL and without halves of characters. */
export function storableText(text: string): string {
  return text.replace(HALF, '\ufffd').replace(NUL, '\ufffd');
}

/** How JSON.stringify writes NUL and halves of characters. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/i;

/** JSON of a value, as Postgres can keep it. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value ?? null);
  return SUSPICIOUS.test(json)
    ? JSON.stringify(value, (_, item) =>
        typeof item === 'string' ? storableText(item) : item,
      )
    : json;
}
