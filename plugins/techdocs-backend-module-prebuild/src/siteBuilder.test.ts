import { readOutcome } from './siteBuilder';

describe('readOutcome', () => {
  it.each([
    ['event: finish\ndata: {"updated":true}\n\n', true],
    [
      'event: log\ndata: "Step 1: clone"\n\nevent: finish\ndata: {"updated":false}\n\n',
      false,
    ],
  ])('reads %j', (stream, updated) => {
    expect(readOutcome(stream)).toBe(updated);
  });

  it('rejects with what the build said', () => {
    expect(() =>
      readOutcome(
        'event: log\ndata: "building"\n\nevent: error\ndata: "no mkdocs.yml: add one"\n\n',
      ),
    ).toThrow('no mkdocs.yml: add one');
  });

  it('rejects a stream that was cut off', () => {
    expect(() => readOutcome('event: log\ndata: "building"\n\n')).toThrow();
    expect(() => readOutcome('')).toThrow('ended without an answer');
  });
});
