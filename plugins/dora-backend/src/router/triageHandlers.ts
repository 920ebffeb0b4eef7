import type { ContractHandlers } from '@waymark/contract-node';
import type { doraContract, Mapping } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import { selectRejected } from '../database/raw/rejections';
import { selectMappings, type MappingRow } from '../database/triage/mappings';
import { selectTriage } from '../database/triage/selectTriage';
import { idOf } from '../domain/ids';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import type { MappingService } from '../triage/MappingService';
import type { QualityReader } from '../triage/QualityReader';
import type { RejectedService } from '../triage/RejectedService';
import { suggestService, suggestTier } from '../triage/suggest';
import { keyCursor, timeCursor } from '../reads/cursors';
import { toPage } from '../reads/page';

export interface TriageServices {
  knex: Knex;
  knowledge: KnowledgeCache;
  mappings: MappingService;
  rejected: RejectedService;
  quality: QualityReader;
}

type TriageHandlers = Pick<
  ContractHandlers<typeof doraContract>,
  | 'listTriage'
  | 'listMappings'
  | 'previewMapping'
  | 'putMapping'
  | 'deleteMapping'
  | 'listRejected'
  | 'replayRejected'
  | 'getQuality'
>;

/** Endpoints for those who say what unknown names are. */
export function createTriageHandlers({
  knex,
  knowledge,
  mappings,
  rejected,
  quality,
}: TriageServices): TriageHandlers {
  return {
    listTriage: async ({ query: { kind, cursor, limit } }) => {
      const rows = await selectTriage(knex, {
        kind,
        after: keyCursor.decode(cursor),
        limit: limit + 1,
      });
      const { directory } = await knowledge.get();
      return toPage(rows, {
        limit,
        toItem: row => ({
          id: idOf('triage', row.kind, row.source, row.name),
          kind: row.kind,
          source: row.source,
          name: row.name,
          events: row.events,
          firstSeenAt: row.first_at.toISOString(),
          lastSeenAt: row.last_at.toISOString(),
          suggestion:
            row.kind === 'environment'
              ? suggestTier(row.name)
              : suggestService(row.name, directory),
        }),
        cursorOf: row => keyCursor.encode([row.kind, row.source, row.name]),
      });
    },

    listMappings: async ({ query: { cursor, limit } }) => {
      const rows = await selectMappings(knex, {
        after: keyCursor.decode(cursor),
        limit: limit + 1,
      });
      return toPage(rows, {
        limit,
        toItem: toStoredMapping,
        cursorOf: row =>
          keyCursor.encode([row.kind, row.source, row.name.toLowerCase()]),
      });
    },
    previewMapping: ({ body }) => mappings.preview(body),
    putMapping: async ({ body, credentials }) =>
      toStoredMapping(await mappings.put(body, credentials)),
    deleteMapping: async ({ params }) => {
      await mappings.delete(params.id);
      return null;
    },

    listRejected: async ({ query: { cursor, limit, ...filter } }) => {
      const rows = await selectRejected(knex, {
        ...filter,
        after: timeCursor.decode(cursor),
        limit: limit + 1,
      });
      return toPage(rows, {
        limit,
        toItem: ({ headers, origin, stored, receivedAt, ...row }) => ({
          ...row,
          receivedAt: receivedAt.toISOString(),
        }),
        cursorOf: row => timeCursor.encode(row.receivedAt, row.id),
      });
    },
    replayRejected: async ({ body }) => ({
      queued: await rejected.replay(body),
    }),
    getQuality: () => quality.read(),
  };
}

function toStoredMapping(row: MappingRow) {
  return {
    id: row.id,
    mapping: toMapping(row),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt.toISOString(),
    events: row.events,
  };
}

function toMapping({ kind, source, name, service, tier }: MappingRow): Mapping {
  if (kind === 'service') {
    return { kind, source, name, service };
  }
  if (tier === null || tier === 'unknown') {
    throw new Error(`The mapping of environment '${name}' has no tier`);
  }
  return { kind, source, name, tier };
}
