import { readSearchAddress, writeSearchAddress } from './searchAddress';

describe('search address', () => {
  it('survives a round trip', () => {
    const address = {
      term: 'price & stock',
      types: ['techdocs'],
      filters: { kind: 'Component' },
      pageCursor: 'MQ==',
    };

    expect(readSearchAddress(writeSearchAddress(address))).toEqual(address);
  });

  it('reads lists with and without positions', () => {
    expect(
      readSearchAddress(
        '?query=a&types[0]=techdocs&filters[lifecycle][]=production',
      ),
    ).toEqual({
      term: 'a',
      types: ['techdocs'],
      filters: { lifecycle: 'production' },
      pageCursor: undefined,
    });
  });

  it('is an empty search without parameters', () => {
    expect(readSearchAddress('')).toEqual({
      term: '',
      types: [],
      filters: {},
      pageCursor: undefined,
    });
  });
});
