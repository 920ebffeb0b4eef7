import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ChangeRow } from '../database/reads/changeRows';
import type { DeploymentRow } from '../database/reads/deploymentRows';
import { selectChange, selectShipped } from '../database/reads/selectChanges';
import {
  selectCandidates,
  selectDeploymentsById,
} from '../database/reads/selectDeployments';
import {
  selectEvent,
  selectEventsOf,
  type EventRow,
} from '../database/reads/selectEvents';
import {
  selectCaused,
  selectIncident,
  type IncidentRow,
} from '../database/reads/selectIncidents';
import { selectRecovery } from '../database/reads/selectRecovery';
import { isId } from '../domain/ids';

const DAY_MS = 86_400_000;
const CANDIDATE_DAYS = 7;
const MAX_CANDIDATES = 50;
const MAX_SHIPPED = 500;
const MAX_EVENTS = 100;

/** One thing with all that belongs to it, down to the events that said so. */
export class DetailReader {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async deployment(id: string): Promise<{
    deployment: DeploymentRow;
    previous: DeploymentRow | null;
    recoveredBy: DeploymentRow | null;
    changes: ChangeRow[];
    incidents: IncidentRow[];
    events: EventRow[];
  }> {
    const deployment = await this.#deployment(id);
    if (!deployment) {
      throw new NotFoundError(`There is no deployment ${id}`);
    }
    const { service, recovered_at, previous_id } = deployment;
    const recovery =
      recovered_at &&
      (await selectRecovery(this.#knex, { service, at: recovered_at }));
    const [previous, recoveredBy, changes, incidents, events] =
      await Promise.all([
        this.#deployment(previous_id),
        this.#deployment(recovery ?? null),
        selectShipped(this.#knex, id, MAX_SHIPPED),
        selectCaused(this.#knex, id),
        selectEventsOf(this.#knex, id, MAX_EVENTS),
      ]);
    return {
      deployment,
      previous: previous ?? null,
      recoveredBy: recoveredBy ?? null,
      changes,
      incidents,
      events,
    };
  }

  async change(
    id: string,
    service: string | undefined,
  ): Promise<{
    change: ChangeRow;
    deployment: DeploymentRow | null;
    events: EventRow[];
  }> {
    const change = isId(id)
      ? await selectChange(this.#knex, { id, service })
      : undefined;
    if (!change) {
      throw new NotFoundError(
        `There is no change ${id}${service ? ` in ${service}` : ''}`,
      );
    }
    const [deployment, events] = await Promise.all([
      this.#deployment(change.deployment_id),
      selectEventsOf(this.#knex, id, MAX_EVENTS),
    ]);
    return { change, deployment: deployment ?? null, events };
  }

  async incident(id: string): Promise<{
    incident: IncidentRow;
    cause: DeploymentRow | null;
    candidates: DeploymentRow[];
    events: EventRow[];
  }> {
    const incident = isId(id)
      ? await selectIncident(this.#knex, id)
      : undefined;
    if (!incident) {
      throw new NotFoundError(`There is no incident ${id}`);
    }
    const start = incident.started_at.getTime();
    const [cause, candidates, events] = await Promise.all([
      this.#deployment(incident.cause_id),
      selectCandidates(this.#knex, {
        service: incident.service,
        from: new Date(start - CANDIDATE_DAYS * DAY_MS),
        to: new Date(start + DAY_MS),
        limit: MAX_CANDIDATES,
      }),
      selectEventsOf(this.#knex, id, MAX_EVENTS),
    ]);
    return { incident, cause: cause ?? null, candidates, events };
  }

  async event(id: string): Promise<EventRow> {
    const event = isId(id) ? await selectEvent(this.#knex, id) : undefined;
    if (!event) {
      throw new NotFoundError(
        `There is no event ${id}, or it is older than events are kept`,
      );
    }
    return event;
  }

  async #deployment(id: string | null): Promise<DeploymentRow | undefined> {
    if (id === null || !isId(id)) {
      return undefined;
    }
    const [row] = await selectDeploymentsById(this.#knex, [id]);
    return row;
  }
}
