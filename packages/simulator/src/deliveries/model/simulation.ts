import type { Directory } from '../../domain/directory';
import type { Service } from '../../domain/types';
import { assignCharacters } from './assignCharacters';
import { CHARACTERS, type CharacterName } from './characters';
import type { Change, Happening } from './facts';
import { createReviews } from './reviews';
import { createServiceModel, type ServiceModel } from './service';
import { createTeamContext } from './team';

/**
 * The organisation at work. What happens before an instant does not depend on
 * how far it is let run, so the present continues the past.
 */
export interface Simulation {
  /** Lets time pass up to `end` (seconds, excluded) and tells what happened, in order of time. */
  advance(end: number): Happening[];
  /** What is on `main` of a service's repository by now, in order. */
  mainOf(service: string): readonly Change[];
  characterOf(team: string): CharacterName;
  /** Names of the production environments of a service. */
  environmentsOf(service: string): readonly string[];
}

const DAY = 86_400;

export function createSimulation(directory: Directory): Simulation {
  const { teams } = directory.organisation;
  const characters = assignCharacters(directory.organisation);
  const characterOf = (team: string) => characters.get(team) ?? 'steady';
  let happened: Happening[] = [];
  const models = new Map<string, ServiceModel>();

  const schedulers = teams.flatMap(team => {
    const context = createTeamContext({
      directory,
      team,
      character: CHARACTERS[characterOf(team.name)],
      emit: happening => happened.push(happening),
    });
    if (context.services.length === 0) return [];
    const reviews = createReviews(context);
    const services = context.services.map((service: Service) => {
      const model = createServiceModel(context, service, reviews);
      models.set(service.name, model);
      return model;
    });
    const { calendar, scheduler } = context;
    const day = (at: number) => {
      const today = calendar.dayOf(at);
      if (calendar.isWorkday(today)) reviews.planDay(today);
      for (const service of services) service.planDay(today);
      scheduler.at(at + DAY, day);
    };
    scheduler.at(calendar.startOf(calendar.dayOf(context.start) + 1), day);
    return [scheduler];
  });
  const modelOf = (service: string) => {
    const model = models.get(service);
    if (!model) throw new Error(`No service named ${service} is simulated`);
    return model;
  };

  return {
    advance(end) {
      for (const scheduler of schedulers) scheduler.runUntil(end);
      const result = happened;
      happened = [];
      // Stable: what one team does keeps its order within a second.
      return result.sort((a, b) => a.at - b.at);
    },
    mainOf: service => modelOf(service).branch.changes,
    characterOf,
    environmentsOf: service => modelOf(service).environments,
  };
}
