import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { insertDecision } from '../database/decisions/insertDecision';
import { selectDeploymentsById } from '../database/reads/selectDeployments';
import type { DeploymentRow } from '../database/reads/deploymentRows';
import {
  selectIncident,
  type IncidentRow,
} from '../database/reads/selectIncidents';
import { isId } from '../domain/ids';
import type { Deriver } from '../pipeline/Deriver';
import { nameOf } from './nameOf';

export interface Classification {
  kind?: 'deploy' | 'redeploy' | 'rollback';
  unplanned?: boolean;
  failed?: boolean;
  reason: string;
}

/** What people decide about deployments and incidents. The answer already follows from it. */
export class DecisionService {
  readonly #knex: Knex;
  readonly #deriver: Deriver;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; deriver: Deriver; now: () => Date }) {
    this.#knex = options.knex;
    this.#deriver = options.deriver;
    this.#now = options.now;
  }

  /** @param decision - null takes back what was decided before */
  async decideCause(
    id: string,
    decision: { deploymentId: string | null; reason: string } | null,
    credentials: BackstageCredentials,
  ): Promise<IncidentRow> {
    const before = await this.#incident(this.#knex, id);
    const causeId = decision?.deploymentId ?? null;
    if (causeId !== null) {
      await this.#assertCause(before.service, causeId);
    }
    return this.#knex.transaction(async tx => {
      await insertDecision(tx, {
        targetId: id,
        kind: 'incident-cause',
        value: decision && (causeId ?? 'none'),
        reason: decision?.reason ?? null,
        decidedBy: nameOf(credentials),
        decidedAt: this.#now(),
      });
      await this.#deriver.runNow(tx, before.service);
      return this.#incident(tx, id);
    });
  }

  /** @param decision - null takes back what was decided before */
  async classify(
    id: string,
    decision: Classification | null,
    credentials: BackstageCredentials,
  ): Promise<DeploymentRow> {
    if (decision && Object.keys(decision).length < 2) {
      throw new InputError('body: say kind, unplanned or failed');
    }
    const before = await this.#deployment(this.#knex, id);
    if (before.tier !== 'production') {
      throw new InputError(
        `params.id: a deployment to ${before.tier} counts in no figure, so there is nothing to decide`,
      );
    }
    return this.#knex.transaction(async tx => {
      const { reason = null, ...value } = decision ?? {};
      await insertDecision(tx, {
        targetId: id,
        kind: 'deployment-classification',
        value: decision && value,
        reason,
        decidedBy: nameOf(credentials),
        decidedAt: this.#now(),
      });
      await this.#deriver.runNow(tx, before.service);
      return this.#deployment(tx, id);
    });
  }

  async #incident(knex: Knex, id: string): Promise<IncidentRow> {
    const row = isId(id) ? await selectIncident(knex, id) : undefined;
    if (!row) {
      throw new NotFoundError(`There is no incident ${id}`);
    }
    return row;
  }

  async #deployment(knex: Knex, id: string): Promise<DeploymentRow> {
    const [row] = isId(id) ? await selectDeploymentsById(knex, [id]) : [];
    if (!row) {
      throw new NotFoundError(`There is no deployment ${id}`);
    }
    return row;
  }

  async #assertCause(service: string, id: string): Promise<void> {
    const [row] = isId(id) ? await selectDeploymentsById(this.#knex, [id]) : [];
    if (!row || row.service !== service || row.tier !== 'production') {
      throw new InputError(
        `body.deploymentId: must be a production deployment of ${service}`,
      );
    }
  }
}
