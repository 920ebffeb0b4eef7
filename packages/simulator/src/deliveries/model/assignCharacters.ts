import { PLATFORM_TEAM } from '../../domain/teams';
import { createRandom } from '../../domain/random';
import type { Organisation } from '../../domain/types';
import { CROWD, type CharacterName } from './characters';

/**
 * What every team is like. The lead whom visitors sign in as leads the team
 * whose reviews slow down; some others have a part each; the rest is a crowd.
 */
export function assignCharacters(
  organisation: Organisation,
): Map<string, CharacterName> {
  const { settings, teams, services, personas, people } = organisation;
  const random = createRandom(settings.seed, settings.profile, 'characters');
  const lead = personas.find(({ role }) => role === 'team-lead')?.userRef;
  const story = people.find(
    ({ username }) => `user:default/${username}` === lead,
  )?.group;

  const characters = new Map<string, CharacterName>();
  if (story) characters.set(story, 'slowing-review');
  const owned = (team: string) =>
    services.filter(({ owner, type }) => owner === team && type !== 'library');
  const extras = random
    .shuffle(teams.map(({ name }) => name))
    .filter(
      name =>
        name !== story && name !== PLATFORM_TEAM && owned(name).length > 0,
    );
  const play = (part: CharacterName, fits: (team: string) => boolean) => {
    const team = extras.find(name => !characters.has(name) && fits(name));
    if (team) characters.set(team, part);
  };
  play('improving', team => owned(team).length > 2);
  // Too small an organisation cannot spare anybody.
  if (extras.length > 4) {
    play('prototyping', () => true);
    play('git-only', team =>
      services.every(({ owner, deep }) => owner !== team || deep),
    );
  }
  for (const { name } of teams) {
    const drawn = random.weighted(CROWD);
    if (!characters.has(name)) characters.set(name, drawn);
  }
  return characters;
}
