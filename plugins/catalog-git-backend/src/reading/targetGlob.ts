import { InputError } from '@backstage/errors';

const MAX_LENGTH = 256;
const MAX_WILDCARDS = 4;
const MAX_STEPS = 200_000_000;

/** Work that matching may still do for one repository. */
export interface MatchBudget {
  steps: number;
}

export function createMatchBudget(steps = MAX_STEPS): MatchBudget {
  return { steps };
}

/**
 * Why a target that somebody pushed is not one of the few forms that can be
 * matched in bounded time, and what to write instead; undefined when it is.
 */
export function refuseTarget(target: string): string | undefined {
  if (target.length > MAX_LENGTH) {
    return `is longer than ${MAX_LENGTH} characters; use a shorter path`;
  }
  if (/[[\]{}]|[?*+@!]\(|^!/.test(target)) {
    return 'has braces, brackets or an extended pattern; use plain paths, *, ** and ?, or list the files one by one';
  }
  return undefined;
}

/** As {@link refuseTarget}, for the path that the target leads to. */
export function refuseWildcards(path: string): string | undefined {
  const count = (path.match(/\*+|\?/g) ?? []).length;
  return count > MAX_WILDCARDS
    ? `has ${count} wildcards, at most ${MAX_WILDCARDS} are allowed; list the folders one by one`
    : undefined;
}

export function hasWildcard(path: string): boolean {
  return /[*?]/.test(path);
}

/**
 * A matcher for `*`, `?` and `**` (any number of folders). Hidden names match
 * only a pattern that writes the dot. Nothing is tried twice at more than one
 * star, so the work is at most the product of both lengths; it is taken from
 * the budget.
 *
 * @throws InputError when the budget is used up
 */
export function targetMatcher(
  pattern: string,
  budget: MatchBudget,
): (path: string) => boolean {
  const wanted = pattern.split('/');
  return path => {
    const names = path.split('/');
    return matchWithStars({
      wanted: wanted.length,
      given: names.length,
      isStar: at => wanted[at] === '**',
      fits: (at, name) => matchName(wanted[at], names[name], budget),
      skips: name => !names[name].startsWith('.'),
      budget,
    });
  };
}

function matchName(wanted: string, name: string, budget: MatchBudget): boolean {
  if (name.startsWith('.') && !wanted.startsWith('.')) {
    return false;
  }
  return matchWithStars({
    wanted: wanted.length,
    given: name.length,
    isStar: at => wanted[at] === '*',
    fits: (at, character) =>
      wanted[at] === '?' || wanted[at] === name[character],
    skips: () => true,
    budget,
  });
}

/** Two pointers: a mismatch goes back to the last star only, which then takes one more. */
function matchWithStars(options: {
  wanted: number;
  given: number;
  isStar: (wanted: number) => boolean;
  fits: (wanted: number, given: number) => boolean;
  /** Whether a star may take this one. */
  skips: (given: number) => boolean;
  budget: MatchBudget;
}): boolean {
  const { wanted, given, isStar, fits, skips, budget } = options;
  let at = 0;
  let next = 0;
  let star = -1;
  let taken = 0;
  while (next < given) {
    if (--budget.steps < 0) {
      throw new InputError(
        'The targets of the locations in this repository take too long to match; list the files one by one',
      );
    }
    if (at < wanted && isStar(at)) {
      star = at++;
      taken = next;
    } else if (at < wanted && fits(at, next)) {
      at++;
      next++;
    } else if (star >= 0 && skips(taken)) {
      at = star + 1;
      next = ++taken;
    } else {
      return false;
    }
  }
  while (at < wanted && isStar(at)) {
    at++;
  }
  return at === wanted;
}
