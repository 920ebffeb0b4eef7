import type { Person } from '../../domain/types';
import type { Change } from './facts';
import { logNormal, poisson } from './distributions';
import type { TeamContext } from './team';
import { usualWork } from './usualWork';

export interface Reviews {
  /** Asks for a review; `approved` hears when the author may merge. */
  ask(change: Change, at: number, approved: (at: number) => void): void;
  /** Plans when people of the team find time to review on a day. */
  planDay(day: number): void;
}

interface Asked {
  change: Change;
  rounds: number;
  approved: (at: number) => void;
}

/** Even quiet teams look at what waits, now and then. */
const FEWEST_REVIEWS_A_DAY = 2;
const MOST_ROUNDS = 6;

/**
 * The reviews of a team: one queue, oldest first, and people who find time for
 * a review at moments of their day. Nobody reviews their own change. When few
 * are there, or reviews ask for much, the queue grows.
 */
export function createReviews(context: TeamContext): Reviews {
  const { random, calendar, scheduler, emit } = context;
  const queue: Asked[] = [];

  const put = (item: Asked) => {
    const younger = queue.findIndex(
      ({ change }) => change.firstCommitAt > item.change.firstCommitAt,
    );
    queue.splice(younger === -1 ? queue.length : younger, 0, item);
  };

  const review = (reviewer: Person, at: number) => {
    const index = queue.findIndex(
      ({ change }) => change.author.username !== reviewer.username,
    );
    if (index === -1) return;
    const [item] = queue.splice(index, 1);
    const { change } = item;
    const phase = context.phase(at);
    const done =
      at + Math.round(60 * logNormal(random, { median: 14, sigma: 0.7 }));
    const again =
      item.rounds < MOST_ROUNDS && random.chance(phase.anotherRound);
    scheduler.at(done, time => {
      if (change.firstReviewAt === undefined) {
        change.firstReviewAt = time;
        emit({ kind: 'change', what: 'reviewed', at: time, change });
      }
      if (again) {
        const back = calendar.after(time, logNormal(random, phase.reworkHours));
        scheduler.at(back, () => put({ ...item, rounds: item.rounds + 1 }));
        return;
      }
      change.approvedAt = time;
      emit({ kind: 'change', what: 'approved', at: time, change });
      item.approved(calendar.after(time, logNormal(random, phase.mergeHours)));
    });
  };

  return {
    ask(change, at, approved) {
      scheduler.at(at, () => put({ change, rounds: 0, approved }));
    },
    planDay(day) {
      const noon = calendar.during(day, 0.5);
      const phase = context.phase(noon);
      const people = context.present(noon);
      const rounds = phase.anotherRound / (1 - phase.anotherRound);
      const asked = usualWork(context, noon) * (1 - phase.unreviewed);
      const found =
        phase.reviewCapacity *
        Math.max(FEWEST_REVIEWS_A_DAY, asked * (1 + rounds));
      const { presence } = calendar.season(day);
      for (const person of people) {
        if (!random.chance(presence)) continue;
        const count = poisson(random, found / people.length);
        for (let i = 0; i < count; i++) {
          scheduler.at(calendar.during(day, random.next()), at =>
            review(person, at),
          );
        }
      }
    },
  };
}
