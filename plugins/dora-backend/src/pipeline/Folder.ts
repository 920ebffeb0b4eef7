import { isError, stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { replaceChangeServices } from '../database/pipeline/changeServices';
import {
  takeDirtyFacts,
  type DirtyFact,
} from '../database/pipeline/dirtyFacts';
import {
  markServices,
  type DirtyService,
} from '../database/pipeline/dirtyServices';
import type { FactTable } from '../database/pipeline/FactTable';
import {
  changeTable,
  deploymentTable,
  incidentTable,
} from '../database/pipeline/factTables';
import { rejectFact } from '../database/pipeline/rejectFact';
import { inBatch } from '../database/pipeline/inBatch';
import { claimLanes } from '../database/pipeline/lanes';
import {
  selectObservations,
  type StoredObservation,
} from '../database/pipeline/selectObservations';
import { settleTwins } from '../database/pipeline/settleTwins';
import { insertNames } from '../database/names/seenNames';
import type { FactKind } from '../domain/ids';
import { describeName, type SeenName } from '../names/describeName';
import type { Knowledge } from '../names/Knowledge';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import {
  dirtyByDeployment,
  dirtyByIncident,
  servicesOf,
  type FactChange,
} from './dirtyBy';
import type {
  ChangeFactRow,
  DeploymentFactRow,
  IncidentFactRow,
} from './factRows';
import { toChangeRow, toDeploymentRow, toIncidentRow } from './toFactRows';

/** Two workers have all lanes between them. */
const LANES_AT_ONCE = 32;
export const FOLDER_BATCH = 1_000;

type Said = readonly [StoredObservation, ...StoredObservation[]];

/** Folds all that was said about a thing into one fact, and writes it where it differs. */
export class Folder {
  readonly #knex: Knex;
  readonly #knowledge: KnowledgeCache;

  constructor(options: { knex: Knex; knowledge: KnowledgeCache }) {
    this.#knex = options.knex;
    this.#knowledge = options.knowledge;
  }

  /** @returns how many facts were folded; 0: nothing to do */
  async run(): Promise<number> {
    try {
      return await this.#batch();
    } catch (error) {
      if (!isAboutData(error)) {
        throw error;
      }
      return this.#oneByOne();
    }
  }

  async #batch(): Promise<number> {
    return inBatch(this.#knex, async tx => {
      const dirty = await this.#claim(tx, FOLDER_BATCH);
      await this.#fold(tx, dirty);
      return dirty.length;
    });
  }

  /** Finds the fact that the database refuses; its events are rejected, the others folded. */
  async #oneByOne(): Promise<number> {
    for (let done = 0; done < FOLDER_BATCH; done++) {
      const found = await inBatch(this.#knex, async tx => {
        const [fact] = await this.#claim(tx, 1);
        if (fact) {
          await this.#foldOrReject(tx, fact);
        }
        return fact !== undefined;
      });
      if (!found) {
        return done;
      }
    }
    return FOLDER_BATCH;
  }

  async #foldOrReject(tx: Knex.Transaction, fact: DirtyFact) {
    try {
      await tx.transaction(savepoint => this.#fold(savepoint, [fact]));
    } catch (error) {
      if (!isAboutData(error)) {
        throw error;
      }
      await rejectFact(tx, {
        factId: fact.factId,
        reason: stringifyError(error),
      });
    }
  }

  async #claim(tx: Knex.Transaction, limit: number): Promise<DirtyFact[]> {
    const lanes = await claimLanes(tx, {
      stage: 'fold',
      limit: LANES_AT_ONCE,
    });
    return lanes.length > 0 ? takeDirtyFacts(tx, { lanes, limit }) : [];
  }

  async #fold(tx: Knex.Transaction, dirty: readonly DirtyFact[]) {
    if (dirty.length === 0) {
      return;
    }
    const knowledge = await this.#knowledge.share(tx);
    const said = bySubject(
      await selectObservations(
        tx,
        dirty.map(({ factId }) => factId),
      ),
    );
    const idsOf = (kind: FactKind) =>
      dirty.filter(fact => fact.kind === kind).map(({ factId }) => factId);
    const names: SeenName[] = [];
    const services: DirtyService[] = [];

    const deployments = await this.#write(tx, deploymentTable, {
      ids: idsOf('deployment'),
      said,
      toRow: each => toDeploymentRow(each, knowledge.names),
    });
    for (const { row, old } of deployments.changes) {
      services.push(...dirtyByDeployment(row, old));
    }
    names.push(...deployments.rows.flatMap(namesOfDelivery));

    const incidents = await this.#write(tx, incidentTable, {
      ids: idsOf('incident'),
      said,
      toRow: each => toIncidentRow(each, knowledge.names),
    });
    for (const { row, old } of incidents.changes) {
      services.push(...dirtyByIncident(row, old));
    }
    names.push(...incidents.rows.flatMap(namesOfDelivery));

    const changes = await this.#write(tx, changeTable, {
      ids: idsOf('change'),
      said,
      toRow: each => toChangeRow(each, knowledge.names),
    });
    await replaceChangeServices(tx, {
      changes: changes.written,
      gone: changes.gone,
    });
    const touched = changes.changes.flatMap(({ row, old }) =>
      [row, old].filter(each => each !== undefined),
    );
    services.push(...(await settleTwins(tx, touched.flatMap(shasOf))));
    for (const each of touched) {
      services.push(...servicesOf(each.services, each.merged_at));
    }
    names.push(...changes.rows.map(nameOfChange));

    await markServices(tx, services);
    await insertNames(tx, resolved(names, knowledge));
  }

  /** Writes the rows of one table that differ from what is there. */
  async #write<Row extends object>(
    tx: Knex.Transaction,
    table: FactTable<Row>,
    options: {
      ids: readonly string[];
      said: ReadonlyMap<string, Said>;
      toRow: (said: Said) => Row | null;
    },
  ) {
    const { ids, said, toRow } = options;
    if (ids.length === 0) {
      return { rows: [], written: [], gone: [], changes: [] };
    }
    const before = await table.select(tx, ids);
    const after = new Map<string, Row>();
    for (const id of ids) {
      const each = said.get(id);
      const row = each && toRow(each);
      if (row) {
        after.set(id, row);
      }
    }
    const written = [...after].flatMap(([id, row]) => {
      const old = before.get(id);
      return old && table.isSame(old, row) ? [] : [row];
    });
    const gone = [...before.keys()].filter(id => !after.has(id));
    await table.upsert(tx, written);
    await table.delete(tx, gone);
    return {
      rows: [...after.values()],
      written,
      gone,
      /** What differs: as it is now, and as it was. */
      changes: [
        ...written.map(row => ({ row, old: before.get(table.idOf(row)) })),
        ...gone.map(id => ({ row: undefined, old: before.get(id) })),
      ] satisfies FactChange<Row>[],
    };
  }
}

/** Classes of SQLSTATE for values that are wrong or too large; what else fails may succeed later. */
const ABOUT_DATA = /^(?:22|23|54)/;

function isAboutData(error: unknown): boolean {
  const code = isError(error) ? error.code : undefined;
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    (typeof code === 'string' && ABOUT_DATA.test(code))
  );
}

function bySubject(observations: readonly StoredObservation[]) {
  const groups = new Map<string, [StoredObservation, ...StoredObservation[]]>();
  for (const observation of observations) {
    const group = groups.get(observation.factId);
    if (group) {
      group.push(observation);
    } else {
      groups.set(observation.factId, [observation]);
    }
  }
  return groups;
}

function namesOfDelivery(row: DeploymentFactRow | IncidentFactRow): SeenName[] {
  const { source, name, environment } = row;
  return [
    { kind: 'service', source, name },
    ...(environment
      ? [{ kind: 'environment' as const, source, name: environment }]
      : []),
  ];
}

function nameOfChange({ source, name, repository }: ChangeFactRow): SeenName {
  return name
    ? { kind: 'service', source, name }
    : { kind: 'repository', source, name: repository };
}

function shasOf({ repository, merge_commit_sha, commit_shas }: ChangeFactRow) {
  return [...(merge_commit_sha ? [merge_commit_sha] : []), ...commit_shas].map(
    sha => ({ repository, sha }),
  );
}

function resolved(names: readonly SeenName[], knowledge: Knowledge) {
  const distinct = new Map(names.map(name => [JSON.stringify(name), name]));
  return [...distinct.values()].map(name => ({
    ...name,
    resolution: describeName(knowledge.names, name),
  }));
}
