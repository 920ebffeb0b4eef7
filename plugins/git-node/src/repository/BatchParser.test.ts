import { BatchParser } from './BatchParser';

const id = (letter: string) => letter.repeat(40);

describe('BatchParser', () => {
  const output = Buffer.from(
    `${id('a')} blob 5\nhello\n${id('b')} missing\n${id('c')} blob 0\n\n${id(
      'd',
    )} blob 12\nline\nbreaks!\n`,
  );

  it.each([1, 2, 7, 1000])('reads chunks of %d bytes', size => {
    const parser = new BatchParser({ maxBytes: 10 });
    for (let at = 0; at < output.length; at += size) {
      parser.push(output.subarray(at, at + size));
    }
    expect(parser.finish([id('d'), id('c'), id('b'), id('a')])).toEqual([
      { id: id('d'), status: 'too-large', size: 12 },
      { id: id('c'), status: 'ok', content: Buffer.alloc(0) },
      { id: id('b'), status: 'missing' },
      { id: id('a'), status: 'ok', content: Buffer.from('hello') },
    ]);
  });
});
