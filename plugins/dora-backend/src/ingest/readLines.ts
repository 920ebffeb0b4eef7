import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { InputError } from '@backstage/errors';

/**
 * Lines of a stream, one at a time. Unlike `node:readline` it bounds what one
 * line may hold in memory.
 *
 * @throws InputError for a line that is longer
 */
export async function* readLines(
  stream: Readable,
  maxLength: number,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let lines = 0;
  // A request that is destroyed could not be answered any more, nor said in the audit who sent it.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const parts = (rest + decoder.write(chunk)).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      assertLength(line, lines++, maxLength);
      yield line;
    }
    assertLength(rest, lines, maxLength);
  }
  rest += decoder.end();
  if (rest !== '') {
    yield rest;
  }
}

function assertLength(line: string, index: number, maxLength: number) {
  if (line.length > maxLength) {
    throw new InputError(
      `body: line ${index} has more than ${maxLength} characters; send one event a line`,
    );
  }
}
