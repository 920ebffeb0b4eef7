import type { Person, Service } from '../../domain/types';
import { createAuthors } from './authors';
import { firstCommits } from './birth';
import { logNormal, poisson } from './distributions';
import { draft } from './drafts';
import type { Change } from './facts';
import type { MainBranch } from './mainBranch';
import type { Reviews } from './reviews';
import type { TeamContext } from './team';
import { workOf } from './usualWork';

type Merged = (change: Change, at: number) => void;

export interface Work {
  /** What is begun on a day. */
  planDay(day: number): void;
  /** A repair that cannot wait; `done` hears when it is merged. */
  repair(at: number, done: Merged): void;
  /** A commit that says what is in a version. */
  release(at: number): void;
  /** Who hears of merges, but for the very first ones and repairs. */
  onMerged(listener: Merged): void;
  /** Who hears that there is something worth deploying. */
  onBorn(listener: (at: number) => void): void;
}

const BOT_CHANGES_A_DAY = { busy: 0.2, steady: 0.1, quiet: 0.045 } as const;
const GIVEN_UP = 0.03;

/** How changes of one service come about, from the first commit to the merge. */
export function createWork(options: {
  context: TeamContext;
  service: Service;
  branch: MainBranch;
  reviews: Reviews;
}): Work {
  const { context, service, branch, reviews } = options;
  const { random, calendar, scheduler, emit } = context;
  const authorOn = createAuthors(context, service);
  const mergedListeners: Merged[] = [];
  const bornListeners: ((at: number) => void)[] = [];
  let ready = false;

  const tellMerged: Merged = (change, at) =>
    mergedListeners.forEach(listener => listener(change, at));
  const merge = (change: Change, at: number, done = tellMerged) =>
    scheduler.at(at, time => {
      const mergedAt = branch.merge(change, time);
      emit({ kind: 'change', what: 'merged', at: mergedAt, change });
      done(change, mergedAt);
    });
  const open = (change: Change, at: number) => {
    change.number = branch.nextNumber();
    change.branch ??= `${change.author.username.split('.')[0]}/${
      change.number
    }`;
    change.openedAt = at;
    emit({ kind: 'change', what: 'opened', at, change });
  };

  const begin = (author: Person, at: number) => {
    const phase = context.phase(at);
    const hours = logNormal(random, phase.codingHours);
    const change = draft(random, service, {
      intent: 'work',
      author,
      firstCommitAt: at,
      effort: Math.sqrt(hours),
    });
    const openedAt = calendar.after(at, hours);
    const fate = random.next();
    const later = calendar.after(openedAt, 0.3 + random.next() * 3);
    scheduler.at(openedAt, time => {
      open(change, time);
      if (fate < GIVEN_UP) {
        scheduler.at(calendar.after(time, 8 + random.next() * 60), end => {
          change.abandonedAt = end;
          emit({ kind: 'change', what: 'abandoned', at: end, change });
        });
      } else if (fate < GIVEN_UP + phase.unreviewed) {
        merge(change, later);
      } else {
        reviews.ask(change, time, approvedAt => merge(change, approvedAt));
      }
    });
  };

  /** The bot works at night; a person merges in the morning, or tests do. */
  const update = (day: number) => {
    const at = calendar.startOf(day) + 4 * 3600 + random.int(0, 3000);
    const change = draft(random, service, {
      intent: 'dependency',
      author: context.bot,
      firstCommitAt: at,
      effort: 0.3,
    });
    change.branch = `dependency-bot/${random.int(1000, 9999)}`;
    const mergedAt = random.chance(0.5)
      ? at + random.int(900, 2700)
      : calendar.after(at, 0.5 + random.next() * 12);
    scheduler.at(at + 120, time => {
      open(change, time);
      merge(change, Math.max(mergedAt, time + 600));
    });
  };

  /** The lead begins; whoever comes later, until it is something. */
  firstCommits(context, service).forEach((time, index, times) => {
    scheduler.at(time, at => {
      const { directory, team } = context;
      const isFirst = index === 0;
      const isLast = index + 1 === times.length;
      const change = draft(random, service, {
        intent: 'work',
        author: isFirst
          ? directory.person(team.lead)
          : authorOn(calendar.dayOf(at)),
        firstCommitAt: at - random.int(300, 900),
        effort: 2,
      });
      merge(change, at, (_, end) => {
        if (!isLast) return;
        ready = true;
        bornListeners.forEach(listener => listener(end));
      });
    });
  });

  return {
    planDay(day) {
      if (!ready) return;
      const { pressure } = calendar.season(day);
      if (random.chance(BOT_CHANGES_A_DAY[service.activity])) update(day);
      // Somebody cannot leave it alone on a weekend, now and then.
      const share = calendar.isWorkday(day) ? pressure : 0.02;
      const { pace } = context.phase(calendar.startOf(day));
      const count = poisson(random, workOf(service, pace) * share);
      for (let i = 0; i < count; i++) {
        const at = calendar.during(day, random.next());
        scheduler.at(at, time => begin(authorOn(day), time));
      }
    },
    repair(at, done) {
      scheduler.at(at, begun => {
        const author = authorOn(calendar.dayOf(begun));
        const change = draft(random, service, {
          intent: 'hotfix',
          author,
          firstCommitAt: begun,
          effort: 0.6,
        });
        change.branch = `hotfix/${service.name}-${begun % 10_000}`;
        const hours = logNormal(random, { median: 0.6, sigma: 0.6 });
        scheduler.at(begun + 3600 * hours, time => {
          open(change, time);
          const looked = random.chance(0.75);
          const mergedAt = time + random.int(300, 2400);
          if (looked) {
            scheduler.at(mergedAt - random.int(60, 240), approved => {
              change.firstReviewAt = approved;
              change.approvedAt = approved;
              emit({
                kind: 'change',
                what: 'approved',
                at: approved,
                change,
              });
            });
          }
          merge(change, mergedAt, done);
        });
      });
    },
    release(at) {
      scheduler.at(at, time => {
        const change = draft(random, service, {
          intent: 'release',
          author: authorOn(calendar.dayOf(time)),
          firstCommitAt: time - 90,
          effort: 0.2,
        });
        merge(change, time);
      });
    },
    onMerged: listener => mergedListeners.push(listener),
    onBorn: listener => bornListeners.push(listener),
  };
}
