import { system, team, type TeamBlueprint } from '../blueprint';

/**
 * At the bank a team is named after the one system it runs; its components
 * follow from the facets of `data/facets.ts`.
 */
export const squad = (
  name: string,
  title: string,
  description: string,
  nouns: string,
  uses = '',
): TeamBlueprint =>
  team(name, title, `Runs ${title}. ${description}`, [
    system(name, title, description, nouns, uses),
  ]);
