import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Change, Deployment, Incident } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import type { ChangeRow } from '../database/reads/changeRows';
import {
  selectChanges,
  type ChangeFilter,
  type ChangeSort,
} from '../database/reads/selectChanges';
import {
  selectDeployments,
  type DeploymentFilter,
} from '../database/reads/selectDeployments';
import {
  selectIncidents,
  type IncidentFilter,
} from '../database/reads/selectIncidents';
import type { Calendar } from '../domain/calendar';
import { isId } from '../domain/ids';
import { changeCursor, timeCursor } from './cursors';
import { toPage } from './page';
import { toChange, toDeployment, toIncident, type Moment } from './toApi';
import { readWindow } from './readWindow';
import type { ScopeQuery, ScopeResolver } from './ScopeResolver';

interface ListQuery extends ScopeQuery {
  from: string;
  to: string;
  cursor?: string;
  limit: number;
}
type FilterOf<F> = Omit<F, 'scope' | 'from' | 'to' | 'after' | 'limit'>;
export type Page<T> = { items: T[]; nextCursor: string | null };

/** What figures are made of, page by page. */
export class ListReader {
  readonly #knex: Knex;
  readonly #scopes: ScopeResolver;
  readonly #calendar: Calendar;
  readonly #moment: () => Moment;

  constructor(options: {
    knex: Knex;
    scopes: ScopeResolver;
    calendar: Calendar;
    moment: () => Moment;
  }) {
    this.#knex = options.knex;
    this.#scopes = options.scopes;
    this.#calendar = options.calendar;
    this.#moment = options.moment;
  }

  async deployments(
    query: ListQuery & FilterOf<DeploymentFilter>,
    credentials: BackstageCredentials,
  ): Promise<Page<Deployment>> {
    const rows = await selectDeployments(this.#knex, {
      ...query,
      ...(await this.#place(query, credentials)),
      after: timeCursor.decode(query.cursor),
      limit: query.limit + 1,
    });
    const moment = this.#moment();
    return toPage(rows, {
      limit: query.limit,
      toItem: row => toDeployment(row, moment),
      cursorOf: row => timeCursor.encode(row.finished_at, row.deployment_id),
    });
  }

  async changes(
    query: ListQuery & FilterOf<ChangeFilter>,
    credentials: BackstageCredentials,
  ): Promise<Page<Change>> {
    const { deploymentId, sort, undeployed } = query;
    if (deploymentId !== undefined && !isId(deploymentId)) {
      throw new InputError(
        'query.deploymentId: must be the id of a deployment',
      );
    }
    if (undeployed && sort !== 'newest') {
      throw new InputError(
        'query.sort: what is not deployed has no durations; only newest is allowed',
      );
    }
    const rows = await selectChanges(this.#knex, {
      ...query,
      ...(await this.#place(query, credentials)),
      after: changeCursor.decode(
        query.cursor,
        sort === 'newest' ? 'time' : 'seconds',
      ),
      limit: query.limit + 1,
    });
    return toPage(rows, {
      limit: query.limit,
      toItem: toChange,
      cursorOf: row =>
        changeCursor.encode(
          orderValue(row, sort, undeployed),
          row.change_id,
          row.service,
        ),
    });
  }

  async incidents(
    query: ListQuery & FilterOf<IncidentFilter>,
    credentials: BackstageCredentials,
  ): Promise<Page<Incident>> {
    const rows = await selectIncidents(this.#knex, {
      ...query,
      ...(await this.#place(query, credentials)),
      after: timeCursor.decode(query.cursor),
      limit: query.limit + 1,
    });
    return toPage(rows, {
      limit: query.limit,
      toItem: toIncident,
      cursorOf: row => timeCursor.encode(row.started_at, row.incident_id),
    });
  }

  async #place(query: ListQuery, credentials: BackstageCredentials) {
    const window = readWindow(query, this.#calendar.timezone);
    return {
      scope: await this.#scopes.resolve(query, credentials),
      from: this.#calendar.startOf(window.from),
      to: this.#calendar.startOf(window.to),
    };
  }
}

const SECONDS: Record<ChangeSort, (row: ChangeRow) => number | null> = {
  newest: row => row.lead_seconds,
  lead: row => row.lead_seconds,
  coding: row => row.coding_seconds,
  pickup: row => row.pickup_seconds,
  review: row => row.review_seconds,
  deploy: row => row.deploy_seconds,
};

function orderValue(
  row: ChangeRow,
  sort: ChangeSort,
  undeployed: boolean | undefined,
): Date | number {
  if (sort !== 'newest') {
    return SECONDS[sort](row) ?? 0;
  }
  return undeployed ? row.merged_at : row.deployed_at ?? row.merged_at;
}
