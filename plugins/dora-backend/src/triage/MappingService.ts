import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { Mapping } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import { readKnowledge } from '../database/names/readKnowledge';
import { resolveAgain } from '../database/names/resolveAgain';
import { nextRevision } from '../database/names/revision';
import { selectNames } from '../database/names/seenNames';
import {
  deleteMapping,
  selectMappings,
  upsertMapping,
  type MappingRow,
} from '../database/triage/mappings';
import { selectImpact } from '../database/triage/selectImpact';
import { nameOf } from '../decisions/nameOf';
import { isId } from '../domain/ids';
import type { Calendar } from '../domain/calendar';
import { describeName } from '../names/describeName';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import { NameResolver, type NameMapping } from '../names/NameResolver';
import { selectEntities } from '../database/names/readKnowledge';

/** What people say that names stand for; exactly what has these names follows. */
export class MappingService {
  readonly #knex: Knex;
  readonly #knowledge: KnowledgeCache;
  readonly #calendar: Calendar;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    knowledge: KnowledgeCache;
    calendar: Calendar;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#knowledge = options.knowledge;
    this.#calendar = options.calendar;
    this.#now = options.now;
  }

  /** @throws InputError for a service that the catalog does not have */
  async put(
    mapping: Mapping,
    credentials: BackstageCredentials,
  ): Promise<MappingRow> {
    const row = await this.#toRow(mapping);
    const id = await this.#knex.transaction(async tx => {
      const revision = await nextRevision(tx);
      const written = await upsertMapping(tx, row, {
        by: nameOf(credentials),
        at: this.#now(),
      });
      await resolveAgain(tx, await readKnowledge(tx, revision));
      return written;
    });
    const [stored] = await selectMappings(this.#knex, { id, limit: 1 });
    return stored;
  }

  /** @throws NotFoundError */
  async delete(id: string): Promise<void> {
    await this.#knex.transaction(async tx => {
      const revision = await nextRevision(tx);
      if (!isId(id) || !(await deleteMapping(tx, id))) {
        throw new NotFoundError(`There is no mapping ${id}`);
      }
      await resolveAgain(tx, await readKnowledge(tx, revision));
    });
  }

  /** What a mapping would change, without doing it. */
  async preview(mapping: Mapping) {
    const row = await this.#toRow(mapping);
    const current = await this.#knowledge.get();
    const entities = await selectEntities(this.#knex);
    const mappings = await selectMappings(this.#knex, { limit: 100_000 });
    const isOther = (other: NameMapping) =>
      other.kind !== row.kind ||
      other.source !== row.source ||
      other.name.trim().toLowerCase() !== row.name.trim().toLowerCase();
    const then = new NameResolver({
      entities,
      mappings: [...mappings.filter(isOther), row],
    });
    const changed = (await selectNames(this.#knex)).filter(
      name => describeName(current.names, name) !== describeName(then, name),
    );
    const impact = await selectImpact(this.#knex, changed);
    const services = new Set(impact.services);
    if (row.service && changed.length > 0) {
      services.add(row.service);
    }
    const dayOf = (at: Date | null) => at && this.#calendar.dayOf(at);
    return {
      events: impact.events,
      services: [...services].sort(),
      from: dayOf(impact.firstAt),
      to: dayOf(impact.lastAt),
    };
  }

  async #toRow(mapping: Mapping): Promise<NameMapping> {
    if (mapping.kind === 'environment') {
      return { ...mapping, service: null };
    }
    const service = mapping.service?.toLowerCase() ?? null;
    const { directory } = await this.#knowledge.get();
    if (service !== null && !directory.get(service)?.present) {
      throw new InputError(
        `body.service: there is no ${service} in the catalog; null says that it is none of ours`,
      );
    }
    return { ...mapping, service, tier: null };
  }
}
