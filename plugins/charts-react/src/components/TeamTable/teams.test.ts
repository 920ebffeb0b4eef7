import { BY_NAME, filterTeams, sortTeams, type TeamRow } from './teams';

const team = (name: string, value: number | null): TeamRow => ({
  id: name,
  name,
  cells: { leadTime: { value } },
});

const TEAMS = [
  team('Team 10', 3),
  team('Team 2', null),
  team('Ärger', 3),
  team('Basket', 1),
];

const namesOf = (rows: readonly TeamRow[]) => rows.map(({ name }) => name);

describe('sortTeams', () => {
  it('goes by name as people read it', () => {
    const sorted = sortTeams(
      TEAMS,
      { column: BY_NAME, descending: false },
      'en-GB',
    );
    expect(namesOf(sorted)).toEqual(['Ärger', 'Basket', 'Team 2', 'Team 10']);
  });

  it.each([
    [false, ['Basket', 'Ärger', 'Team 10', 'Team 2']],
    [true, ['Ärger', 'Team 10', 'Basket', 'Team 2']],
  ])(
    'keeps teams without a value last (descending: %s)',
    (descending, names) => {
      const sorted = sortTeams(
        TEAMS,
        { column: 'leadTime', descending },
        'en-GB',
      );
      expect(namesOf(sorted)).toEqual(names);
    },
  );
});

describe('filterTeams', () => {
  it('finds a part of the name in any case', () => {
    expect(namesOf(filterTeams(TEAMS, ' TEAM '))).toEqual([
      'Team 10',
      'Team 2',
    ]);
    expect(filterTeams(TEAMS, ' ')).toBe(TEAMS);
  });
});
