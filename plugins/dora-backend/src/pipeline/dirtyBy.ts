import type { DirtyService } from '../database/pipeline/dirtyServices';
import { BEGINNING } from '../names/Owners';
import type { DeploymentFactRow, IncidentFactRow } from './factRows';

/** A fact that differs, as it is now and as it was. */
export interface FactChange<Row> {
  row: Row | undefined;
  old: Row | undefined;
}

/** What a deployment may say about others before it. */
const REACHING = [
  'service',
  'tier',
  'started_at',
  'finished_at',
  'result',
  'commit_sha',
  'version',
  'reported_kind',
  'unplanned',
  'remediates',
  'release_id',
  'change_keys',
] as const satisfies (keyof DeploymentFactRow)[];

const BLAMING = [
  'service',
  'tier',
  'reported_cause',
] as const satisfies (keyof IncidentFactRow)[];

export function servicesOf(
  services: readonly (string | null)[],
  from: Date,
): DirtyService[] {
  return services
    .filter(service => service !== null)
    .map(service => ({ service, from }));
}

function differs<Row>(
  { row, old }: FactChange<Row>,
  fields: readonly (keyof Row)[],
): boolean {
  return fields.some(
    field => JSON.stringify(row?.[field]) !== JSON.stringify(old?.[field]),
  );
}

/**
 * A new deployment changes what is since it finished, and what it shows itself
 * to reach back to. One that said something else before may have reached back
 * to what nobody remembers: then everything is derived anew.
 */
export function dirtyByDeployment(
  row: DeploymentFactRow | undefined,
  old: DeploymentFactRow | undefined,
): DirtyService[] {
  const services = [...new Set([row?.service ?? null, old?.service ?? null])];
  return row && (!old || !differs({ row, old }, REACHING))
    ? servicesOf(services, row.finished_at)
    : servicesOf(services, BEGINNING);
}

/** The same of an incident, whose blame may have moved. */
export function dirtyByIncident(
  row: IncidentFactRow | undefined,
  old: IncidentFactRow | undefined,
): DirtyService[] {
  const services = [...new Set([row?.service ?? null, old?.service ?? null])];
  if (!row || (old && differs({ row, old }, BLAMING))) {
    return servicesOf(services, BEGINNING);
  }
  const from = old && old.started_at < row.started_at ? old : row;
  return servicesOf(services, from.started_at);
}
