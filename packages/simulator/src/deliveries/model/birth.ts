import type { Service } from '../../domain/types';
import type { TeamContext } from './team';

/** Commits straight to `main` before anybody reviews anything. */
const FIRST_COMMITS = 8;

/** When the first commits of a service are made, all of them before the past ends. */
export function firstCommits(
  { calendar, random, until }: TeamContext,
  service: Service,
): number[] {
  const first = calendar.next(Date.parse(service.bornAt) / 1000);
  const limit = first + (until - first) / 2;
  const times = [first];
  for (let left = FIRST_COMMITS - 1; left > 0; left--) {
    const last = times[times.length - 1];
    const next = calendar.after(last, 0.7 + random.next() * 2.5);
    times.push(
      next < limit ? next : Math.floor(last + (limit - last) / (left + 1)),
    );
  }
  return times;
}
