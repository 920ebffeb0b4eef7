import { PROFILES } from '../data/profiles';
import { placesOf } from './components';
import { choosePersonas } from './personas';
import { buildServices } from './services';
import { buildStaff } from './teams';
import type { Domain, Organisation, Settings, System } from './types';

/**
 * The whole organisation as plain data. Pure: equal settings give equal
 * organisations, and whatever happens in it later (commits, deliveries,
 * incidents, surveys) is derived from it and the seed.
 */
export function buildOrganisation(settings: Settings): Organisation {
  const blueprint = PROFILES[settings.profile];
  const services = buildServices(settings, blueprint);
  const staff = buildStaff(settings, blueprint);
  const inhabited = new Set(services.map(service => service.system));

  const systems = placesOf(blueprint)
    .filter(place => inhabited.has(place.system.name))
    .map(
      (place): System => ({
        name: place.system.name,
        title: place.system.title,
        description: place.system.description,
        owner: place.team,
        domain: place.domain,
        nouns: place.system.nouns,
        uses: place.system.uses.filter(name => inhabited.has(name)),
      }),
    );
  const domains = blueprint.areas.flatMap(area =>
    area.domains.map(
      (domain): Domain => ({
        name: domain.name,
        title: domain.title,
        description: domain.description,
        owner: area.name,
      }),
    ),
  );
  const cast = {
    settings,
    slug: blueprint.slug,
    name: blueprint.name,
    description: blueprint.description,
    emailDomain: blueprint.emailDomain,
    ...staff,
    domains,
    systems,
    services,
  };
  return { ...cast, personas: choosePersonas(cast) };
}
