import { columnOf, type Arrangement } from './arrangement';
import type { Edit } from './editArrangement';

export type Step = 'up' | 'down' | 'across';

/**
 * The move that one step makes, or undefined where there is no way further.
 * Steps go from one widget that can be seen to the next: those that cannot be
 * seen (their plugin is absent, or not for this person) keep their places.
 */
export function stepOf(
  arrangement: Arrangement,
  options: { id: string; step: Step; isVisible: (id: string) => boolean },
): Edit | undefined {
  const { id, step, isVisible } = options;
  const column = columnOf(arrangement, id);
  if (!column) {
    return undefined;
  }
  if (step === 'across') {
    return { type: 'move', id, column: column === 'main' ? 'side' : 'main' };
  }
  const ids = arrangement[column].map(widget => widget.id);
  const index = ids.indexOf(id);
  if (step === 'up') {
    const before = ids.slice(0, index).filter(isVisible).at(-1);
    return before === undefined
      ? undefined
      : { type: 'move', id, column, before };
  }
  const next = ids.slice(index + 1).find(isVisible);
  return next === undefined
    ? undefined
    : { type: 'move', id, column, before: ids[ids.indexOf(next) + 1] };
}
