import { DropIndicator, useDragAndDrop, type Key } from 'react-aria-components';
import type { Column } from '../domain/arrangement';
import { columnsFor, titleOf, type Widget } from '../layout/widgetInfo';
import styles from './ArrangeMode.module.css';
import type { EditorHandle } from './useEditor';

/** What is dragged, and where it may go. */
const TYPES: Record<Column, string> = {
  main: 'waymark/home-widget',
  side: 'waymark/narrow-home-widget',
};

interface Target {
  key: Key;
  dropPosition: 'on' | 'before' | 'after';
}

/**
 * Dragging within a column and to the other, by mouse, touch, keyboard and
 * screen reader: react-aria does the work and says what happens.
 */
export function useColumnDragAndDrop(options: {
  column: Column;
  editor: EditorHandle;
  widgets: ReadonlyMap<string, Widget>;
}) {
  const { column, editor, widgets } = options;

  const move = (id: string, target?: Target) =>
    editor.edit({
      type: 'move',
      id,
      column,
      before: target && before(editor, column, target),
    });

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys =>
      [...keys].map(key => {
        const widget = widgets.get(String(key));
        const fits = widget ? columnsFor(widget) : [];
        return {
          'text/plain': widget ? titleOf(widget) : String(key),
          ...Object.fromEntries(
            fits.map(fit => [TYPES[fit], String(key)] as const),
          ),
        };
      }),
    acceptedDragTypes: [TYPES[column]],
    getDropOperation: () => 'move',
    renderDropIndicator: target => (
      <DropIndicator target={target} className={styles.dropIndicator} />
    ),
    onReorder: ({ keys, target }) =>
      [...keys].forEach(key => move(String(key), target)),
    onInsert: async ({ items, target }) => {
      for (const item of items) {
        if (item.kind === 'text') {
          move(await item.getText(TYPES[column]), target);
        }
      }
    },
    onRootDrop: async ({ items }) => {
      for (const item of items) {
        if (item.kind === 'text') {
          move(await item.getText(TYPES[column]));
        }
      }
    },
  });
  return dragAndDropHooks;
}

/** The widget to stand before, of all that are placed, seen or not. */
function before(
  editor: EditorHandle,
  column: Column,
  { key, dropPosition }: Target,
): string | undefined {
  if (dropPosition !== 'after') {
    return String(key);
  }
  const ids = editor.current[column].map(({ id }) => id);
  return ids[ids.indexOf(String(key)) + 1];
}
