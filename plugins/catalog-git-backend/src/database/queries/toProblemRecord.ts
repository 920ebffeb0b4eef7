import { ProblemCode } from '@waymark/plugin-catalog-git-common';
import { ProblemRecord } from '../IngestionStore';

export interface ProblemRow {
  provider: string;
  repository: string;
  branch: string | null;
  path: string;
  document: number;
  code: ProblemCode;
  line: number | null;
  column_number: number | null;
  entity_ref: string | null;
  reason: string;
  since: Date;
  last_good_commit: string | null;
  owners: string[];
}

export function toProblemRecord(row: ProblemRow): ProblemRecord {
  return {
    provider: row.provider,
    repository: row.repository,
    branch: row.branch,
    path: row.path,
    line: row.line,
    column: row.column_number,
    document: row.document < 0 ? null : row.document,
    entityRef: row.entity_ref,
    code: row.code,
    reason: row.reason,
    since: row.since,
    lastGoodCommit: row.last_good_commit,
    owners: row.owners,
  };
}
