import { InputError } from '@backstage/errors';
import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { isoInstant } from '../../domain/time';
import type { CdEvent } from '../events/cdevent';
import { figuresOf, type Question } from './figures';
import { judgeService, type JudgedService } from './judgeService';
import { readEvents } from './readEvents';

/** Who owns what; `truth/organisation.json` is one. References in lower case. */
export interface OracleCatalog {
  services: { ref: string; owner: string; system?: string; domain?: string }[];
  groups: { ref: string; parent?: string }[];
  users?: { ref: string; memberOf: string[] }[];
}

export interface Oracle {
  /** The true answer of `GET /api/dora/metrics`; without a scope, of the organisation. */
  metrics(question: Question & { scope?: string }): DoraMetrics;
  /** What was made of the events of a service. */
  service(ref: string): JudgedService | undefined;
}

/** Names of environments that are production; every other one is not, or unknown. */
export const PRODUCTION = ['production', 'prod-eu', 'prod-us'];

/**
 * Says what is true of deliveries, by straightforward code of its own: it
 * must be able to disagree with the portal.
 *
 * @param production - names of environments that are production, for what is
 * true once somebody has mapped another
 */
export function createOracle(
  events: Iterable<CdEvent>,
  catalog: OracleCatalog,
  production: readonly string[] = PRODUCTION,
): Oracle {
  const seen = readEvents(events);
  const isProduction = ({ environment }: { environment: string }) =>
    production.includes(environment);
  const by = <T extends { service: string }>(items: readonly T[]) => {
    const groups = new Map<string, T[]>();
    for (const item of items) {
      const list = groups.get(item.service) ?? [];
      if (list.length === 0) groups.set(item.service, list);
      list.push(item);
    }
    return groups;
  };
  const jobs = by(seen.deployments.filter(isProduction));
  const changes = by(seen.changes);
  const incidents = by(
    seen.incidents.filter(
      incident => incident.environment === '' || isProduction(incident),
    ),
  );
  const judged = new Map(
    catalog.services.map(({ ref }) => [
      ref,
      judgeService(
        ref,
        jobs.get(ref) ?? [],
        changes.get(ref) ?? [],
        incidents.get(ref) ?? [],
      ),
    ]),
  );

  const below = (group: string): string[] => [
    group,
    ...catalog.groups
      .filter(({ parent }) => parent === group)
      .flatMap(({ ref }) => below(ref)),
  ];
  const refsOf = (scope: string | undefined): string[] => {
    const { services, users = [] } = catalog;
    const where = (fits: (service: (typeof services)[number]) => boolean) =>
      services.filter(fits).map(({ ref }) => ref);
    if (scope === undefined) return where(() => true);
    const kind = scope.split(':')[0];
    const kinds: Record<string, () => string[]> = {
      component: () => where(({ ref }) => ref === scope),
      system: () => where(({ system }) => system === scope),
      domain: () => where(({ domain }) => domain === scope),
      group: () => {
        const groups = below(scope);
        return where(({ owner }) => groups.includes(owner));
      },
      user: () => {
        const teams = users.find(({ ref }) => ref === scope)?.memberOf ?? [];
        const groups = teams.flatMap(below);
        return where(({ owner }) => groups.includes(owner));
      },
    };
    if (!kinds[kind]) throw new InputError(`Nothing is known of ${scope}`);
    return kinds[kind]();
  };

  return {
    service: ref => judged.get(ref),
    metrics({ scope, ...question }) {
      const services = refsOf(scope).flatMap(ref => judged.get(ref) ?? []);
      return {
        scope: scope ?? null,
        ...figuresOf(services, question),
        freshness: {
          computedAt: isoInstant(question.now),
          lastEventAt:
            seen.lastAt === undefined ? null : isoInstant(seen.lastAt),
          pendingEvents: 0,
          pendingUntil: null,
        },
      };
    },
  };
}
