import type { LinkMethod } from '@waymark/plugin-dora-common';

/** A change in one service. */
export interface ChangeRow {
  change_id: string;
  service: string;
  repository: string;
  title: string | null;
  first_commit_at: Date | null;
  opened_at: Date | null;
  first_review_at: Date | null;
  approved_at: Date | null;
  merged_at: Date;
  deployed_at: Date | null;
  deployment_id: string | null;
  method: LinkMethod | null;
  confidence: number | null;
  sample: boolean;
  lead_seconds: number | null;
  coding_seconds: number | null;
  pickup_seconds: number | null;
  review_seconds: number | null;
  deploy_seconds: number | null;
  additions: number | null;
  deletions: number | null;
  commit_shas: string[];
  merge_commit_sha: string | null;
  is_bot: boolean;
  labels: string[];
  revert_of: string | null;
  owner: string | null;
  url: string | null;
  origin: string;
}

export const CHANGE_COLUMNS = `
  c.change_id, x.service, c.repository, c.title, c.first_commit_at, c.opened_at, c.first_review_at,
  c.approved_at, c.merged_at, x.deployed_at, x.deployment_id, x.method, x.confidence, x.sample,
  x.lead_seconds, x.coding_seconds, x.pickup_seconds, x.review_seconds, x.deploy_seconds,
  c.additions, c.deletions, c.commit_shas, c.merge_commit_sha, c.is_bot, c.labels, c.revert_of,
  x.owner, c.url, c.origin`;

export const CHANGE_TABLES = `
  derived_change AS x JOIN change AS c ON c.change_id = x.change_id`;
