import type { Arrangement } from './arrangement';
import { editArrangement, type Edit } from './editArrangement';

/** An arrangement being changed, with the way back. */
export interface Editor {
  current: Arrangement;
  /** Earlier ones, the latest last. */
  past: readonly Arrangement[];
}

export type EditorAction = Edit | { type: 'undo' };

export function startEditor(current: Arrangement): Editor {
  return { current, past: [] };
}

export function reduceEditor(editor: Editor, action: EditorAction): Editor {
  const { current, past } = editor;
  if (action.type === 'undo') {
    const previous = past.at(-1);
    return previous ? { current: previous, past: past.slice(0, -1) } : editor;
  }
  const next = editArrangement(current, action);
  return next === current
    ? editor
    : { current: next, past: [...past, current] };
}
