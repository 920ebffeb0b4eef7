import { newWidgets, parseStored, toStored } from './stored';

const arrangement = {
  main: [
    { id: 'home/a', width: 'half' as const },
    { id: 'dora/b', width: 'full' as const, settings: { days: 7 } },
  ],
  side: [{ id: 'home/c', width: 'full' as const }],
};

describe('what a person keeps', () => {
  it('comes back as it was written, through JSON', () => {
    const stored = toStored(arrangement, ['home/c', 'home/a', 'home/a']);
    expect(stored.known).toEqual(['home/a', 'home/c']);
    expect(parseStored(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
    expect(stored).toMatchObject(arrangement);
  });

  it.each([
    ['of a later version', { ...toStored(arrangement, []), version: 2 }],
    ['of another form', { version: 1, widgets: ['home/a'] }],
    [
      'with a width that is unknown',
      { ...toStored(arrangement, []), side: [{ id: 'home/a', width: 'wide' }] },
    ],
    ['text', 'home/a'],
    ['nothing', null],
  ])('is not understood when it is %s', (_, value) => {
    expect(parseStored(value)).toBeUndefined();
  });

  it('holds a widget once, whatever has been written', () => {
    const doubled = {
      ...toStored(arrangement, []),
      side: [{ id: 'home/a', width: 'full' }],
    };
    expect(parseStored(doubled)).toMatchObject({
      main: arrangement.main,
      side: [],
    });
  });
});

describe('newWidgets', () => {
  const place = (id: string) => ({ id, width: 'full' as const });
  const byDefault = {
    main: [place('home/a'), place('dora/new'), place('dora/absent')],
    side: [place('home/declined')],
  };

  it('are those of the default that were neither placed nor offered before', () => {
    expect(
      newWidgets({
        stored: toStored(arrangement, ['home/declined']),
        byDefault,
        isAvailable: id => id !== 'dora/absent',
      }),
    ).toEqual(['dora/new']);
  });
});
