import { chooseLeads } from './chooseLeads';

const member = (username: string, accessLevel: number, state = 'active') => ({
  username,
  accessLevel,
  state,
});

describe('chooseLeads', () => {
  it.each([
    ['nobody', [], []],
    ['owners', [member('a', 50), member('b', 40), member('c', 50)], ['a', 'c']],
    ['maintainers without an owner', [member('a', 30), member('b', 40)], ['b']],
    ['nobody among developers', [member('a', 30), member('b', 10)], []],
    [
      'maintainers when the owner is blocked',
      [member('a', 50, 'blocked'), member('b', 40)],
      ['b'],
    ],
  ])('chooses %s', (_, members, leads) => {
    expect(chooseLeads(members)).toEqual(leads);
  });
});
