import { roleNames } from '@waymark/roles-common';
import fc from 'fast-check';
import { idsOf, type Arrangement } from './arrangement';
import { mergeDefaults } from './mergeDefaults';

const place = (id: string, width: 'full' | 'half' = 'full') => ({ id, width });

const developer: Arrangement = {
  main: [place('home/my-services'), place('home/my-runs', 'half')],
  side: [place('home/links')],
};
const lead: Arrangement = {
  main: [place('home/my-team')],
  side: [],
};
const engineer: Arrangement = {
  main: [place('home/failed-runs')],
  side: [place('home/my-runs')],
};
const defaults = new Map([
  ['developer', developer],
  ['team-lead', lead],
  ['platform-engineer', engineer],
] as const);

describe('mergeDefaults', () => {
  it.each([
    [['developer'] as const, developer],
    [
      ['developer', 'team-lead'] as const,
      { main: [...lead.main, ...developer.main], side: developer.side },
    ],
    [['platform-coach'] as const, { main: [], side: [] }],
    [[] as const, { main: [], side: [] }],
  ])('%j', (roles, expected) => {
    expect(mergeDefaults(roles, defaults)).toEqual(expected);
  });

  it('puts a widget that several roles place where the most specific has it', () => {
    expect(
      mergeDefaults(['developer', 'team-lead', 'platform-engineer'], defaults),
    ).toEqual({
      main: [
        place('home/failed-runs'),
        place('home/my-team'),
        place('home/my-services'),
      ],
      side: [place('home/my-runs'), place('home/links')],
    });
  });

  it('has every widget of every role, once', () => {
    const arrangement = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
      .chain(ids =>
        fc.nat({ max: ids.length }).map(cut => ({
          main: ids.slice(0, cut).map(id => place(id)),
          side: ids.slice(cut).map(id => place(id)),
        })),
      );
    fc.assert(
      fc.property(
        fc.subarray([...roleNames]),
        fc.array(arrangement, {
          minLength: roleNames.length,
          maxLength: roleNames.length,
        }),
        (roles, all) => {
          const byRole = new Map(
            roleNames.map((role, index) => [role, all[index]]),
          );
          const ids = idsOf(mergeDefaults(roles, byRole));
          const expected = new Set(
            roles.flatMap(role => idsOf(byRole.get(role) ?? developer)),
          );
          expect(ids).toHaveLength(expected.size);
          expect(new Set(ids)).toEqual(expected);
        },
      ),
    );
  });
});
