import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { isoDate, isoInstant } from '../../domain/time';
import type { Organisation } from '../../domain/types';
import type { OrganisationTruth } from '../../truth/types';
import type { CdEvent } from '../events/cdevent';
import type { Plants } from '../events/plants';
import { CHARACTERS } from '../model/characters';
import type { Simulation } from '../model/simulation';
import { toolsOf } from '../model/tools';
import { addDays } from '../oracle/localDates';
import { createOracle } from '../oracle/oracle';

/** `truth/deliveries.json` */
export interface DeliveriesTruth {
  timezone: string;
  /** The figures are those of this instant, the end of the past. */
  now: string;
  teams: { ref: string; character: string; description: string }[];
  services: {
    ref: string;
    tools: string;
    /** Names of its production environments. */
    environments: readonly string[];
  }[];
  /** Names that nobody has told the portal about, and what they stand for. */
  unmapped: {
    environments: { name: string; service: string; from: string }[];
    services: { name: string; service: string; from: string }[];
  };
  windows: {
    name: string;
    from: string;
    to: string;
    interval: 'week' | 'month';
    /** By scope; `organisation` has none. */
    metrics: Record<string, DoraMetrics>;
  }[];
}

/** Beyond this, services are asked one by one through the oracle. */
const MOST_SERVICES = 500;

export function deliveriesTruth(options: {
  organisation: Organisation;
  simulation: Simulation;
  plants: Plants;
  truth: OrganisationTruth;
  events: Iterable<CdEvent>;
}): DeliveriesTruth {
  const { organisation, simulation, plants, truth, events } = options;
  const { settings, teams, services } = organisation;
  const timezone = 'UTC';
  const now = Date.parse(settings.until);
  const oracle = createOracle(events, truth);
  const scopes = [
    undefined,
    ...truth.groups.filter(({ type }) => type !== 'role').map(g => g.ref),
    ...truth.domains.map(({ ref }) => ref),
    ...truth.systems.map(({ ref }) => ref),
    ...(services.length > MOST_SERVICES
      ? []
      : truth.services.map(({ ref }) => ref)),
  ];
  const today = isoDate(now);
  // Up to the last Monday, which may be today.
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -weekday);
  const windows = [
    {
      name: 'quarter',
      from: addDays(monday, -84),
      to: monday,
      interval: 'week' as const,
    },
    {
      name: 'all',
      from: isoDate(now - settings.months * 31 * 86_400_000),
      // Younger deployments are judged a day later.
      to: addDays(today, -1),
      interval: 'month' as const,
    },
  ];
  const planted = (plant: Plants[keyof Plants]) =>
    plant
      ? [
          {
            name: plant.name,
            service: `component:default/${plant.service}`,
            from: isoInstant(plant.from * 1000),
          },
        ]
      : [];
  const tools = toolsOf(organisation);

  return {
    timezone,
    now: settings.until,
    teams: teams.map(({ name }) => {
      const character = simulation.characterOf(name);
      return {
        ref: `group:default/${name}`,
        character,
        description: CHARACTERS[character].description,
      };
    }),
    services: services.map(({ name }) => ({
      ref: `component:default/${name}`,
      tools: tools.get(name)?.name ?? 'cdevents',
      environments: simulation.environmentsOf(name),
    })),
    unmapped: {
      environments: planted(plants.unknownEnvironment),
      services: planted(plants.misspelt),
    },
    windows: windows.map(window => ({
      ...window,
      metrics: Object.fromEntries(
        scopes.map(scope => [
          scope ?? 'organisation',
          oracle.metrics({ ...window, scope, timezone, now }),
        ]),
      ),
    })),
  };
}
