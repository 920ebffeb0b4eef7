import type { Activity, Service } from '../../domain/types';
import type { TeamContext } from './team';

/** Merges a month that people begin; bots and releases come on top. */
const BEGUN_A_MONTH: Record<Activity, number> = {
  busy: 18,
  steady: 9,
  quiet: 3.4,
};
const WORKDAYS_A_MONTH = 21;

/** Changes that people begin in one service on an ordinary workday. */
export const workOf = ({ activity }: Service, pace: number) =>
  (BEGUN_A_MONTH[activity] * pace) / WORKDAYS_A_MONTH;

/** The same for the services of a team that exist by then. */
export function usualWork({ services, phase }: TeamContext, at: number) {
  const { pace } = phase(at);
  return services
    .filter(({ bornAt }) => Date.parse(bornAt) / 1000 <= at)
    .reduce((sum, service) => sum + workOf(service, pace), 0);
}
