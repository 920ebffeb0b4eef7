import { addDays } from '@waymark/metrics-common';
import type { Knex } from 'knex';
import {
  selectActiveServices,
  selectSources,
} from '../database/triage/selectQuality';
import type { Calendar } from '../domain/calendar';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import type { MetricsReader } from '../reads/MetricsReader';

const DAYS = 90;

/** How complete the data of the last 90 days is, and how things were linked. */
export class QualityReader {
  readonly #knex: Knex;
  readonly #knowledge: KnowledgeCache;
  readonly #metrics: MetricsReader;
  readonly #calendar: Calendar;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    knowledge: KnowledgeCache;
    metrics: MetricsReader;
    calendar: Calendar;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#knowledge = options.knowledge;
    this.#metrics = options.metrics;
    this.#calendar = options.calendar;
    this.#now = options.now;
  }

  async read() {
    const today = this.#calendar.dayOf(this.#now());
    const from = addDays(today, -DAYS);
    const { timezone } = this.#calendar;
    const [{ directory }, active, sources, { counters }] = await Promise.all([
      this.#knowledge.get(),
      selectActiveServices(this.#knex, this.#calendar.startOf(from)),
      selectSources(this.#knex),
      this.#metrics.total(
        { kind: 'organisation' },
        { from, to: addDays(today, 1), timezone },
      ),
    ]);
    const services = directory.components().map(({ ref }) => ref);
    const heard = new Set(Object.values(active).flat());
    return {
      services: {
        total: services.length,
        withDeployments: active.withDeployments.length,
        withChanges: active.withChanges.length,
        withIncidents: active.withIncidents.length,
      },
      silentServices: services.filter(service => !heard.has(service)).sort(),
      links: (['change', 'incident'] as const).flatMap(link =>
        Object.entries(counters)
          .filter(([name]) => name.startsWith(`${link}:`))
          .map(([name, count]) => ({
            link,
            method: name.slice(link.length + 1),
            count: count ?? 0,
          })),
      ),
      unlinkedIncidents: counters.unlinkedIncidents ?? 0,
      sources: sources.map(source => ({
        ...source,
        lastReceivedAt: source.lastReceivedAt.toISOString(),
      })),
    };
  }
}
