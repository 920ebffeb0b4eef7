/** One stretch of ownership, half open. */
export interface OwnerPeriod {
  service: string;
  owner: string | null;
  from: Date;
  to: Date;
}

/** Sentinels for always and for still; Postgres' infinity is no Date. */
export const BEGINNING = new Date('0001-01-01T00:00:00Z');
export const END = new Date('9999-12-31T00:00:00Z');

/** Who owned a service when. */
export class Owners {
  readonly #periods = new Map<string, OwnerPeriod[]>();

  constructor(periods: readonly OwnerPeriod[]) {
    for (const period of periods) {
      const known = this.#periods.get(period.service) ?? [];
      known.push(period);
      this.#periods.set(period.service, known);
    }
  }

  at(service: string, time: Date): string | null {
    const period = this.#periods
      .get(service)
      ?.find(({ from, to }) => from <= time && time < to);
    return period?.owner ?? null;
  }

  /** Services that a group owns at this time. */
  servicesOf(groups: ReadonlySet<string>, time: Date): string[] {
    return [...this.#periods.keys()].filter(service => {
      const owner = this.at(service, time);
      return owner !== null && groups.has(owner);
    });
  }

  /** Services that a group owned at any time. */
  everOwnedBy(groups: ReadonlySet<string>): string[] {
    return [...this.#periods]
      .filter(([, periods]) =>
        periods.some(({ owner }) => owner !== null && groups.has(owner)),
      )
      .map(([service]) => service);
  }
}
