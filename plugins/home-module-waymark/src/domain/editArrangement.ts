import type { JsonObject } from '@backstage/types';
import {
  columnOf,
  findWidget,
  type Arrangement,
  type Column,
  type PlacedWidget,
  type Width,
} from './arrangement';

/** What a person does to an arrangement. */
export type Edit =
  | { type: 'add'; id: string; column: Column; width: Width }
  | { type: 'remove'; id: string }
  /** `before` is the widget to stand in front of; without one, at the end. */
  | { type: 'move'; id: string; column: Column; before?: string }
  | { type: 'resize'; id: string; width: Width }
  | { type: 'set'; id: string; settings: JsonObject | undefined };

/**
 * The arrangement after an edit; the very same object if the edit changes
 * nothing, such as one of a widget that is not there.
 */
export function editArrangement(
  arrangement: Arrangement,
  edit: Edit,
): Arrangement {
  const placed = findWidget(arrangement, edit.id);
  if (edit.type === 'add') {
    return placed
      ? arrangement
      : insert(arrangement, { id: edit.id, width: edit.width }, edit.column);
  }
  if (!placed) {
    return arrangement;
  }
  switch (edit.type) {
    case 'remove':
      return without(arrangement, edit.id);
    case 'move': {
      if (edit.before === edit.id) {
        return arrangement;
      }
      const moved = insert(
        without(arrangement, edit.id),
        placed,
        edit.column,
        edit.before,
      );
      return isSame(arrangement, moved) ? arrangement : moved;
    }
    case 'resize':
      return placed.width === edit.width
        ? arrangement
        : replace(arrangement, { ...placed, width: edit.width });
    case 'set': {
      const { settings: _, ...rest } = placed;
      return replace(
        arrangement,
        edit.settings ? { ...rest, settings: edit.settings } : rest,
      );
    }
    default:
      return arrangement;
  }
}

function without(arrangement: Arrangement, id: string): Arrangement {
  const others = (widget: PlacedWidget) => widget.id !== id;
  return {
    main: arrangement.main.filter(others),
    side: arrangement.side.filter(others),
  };
}

function insert(
  arrangement: Arrangement,
  widget: PlacedWidget,
  column: Column,
  before?: string,
): Arrangement {
  const list = arrangement[column];
  const found = list.findIndex(({ id }) => id === before);
  const index = found < 0 ? list.length : found;
  return {
    ...arrangement,
    [column]: [...list.slice(0, index), widget, ...list.slice(index)],
  };
}

function replace(arrangement: Arrangement, widget: PlacedWidget): Arrangement {
  const column = columnOf(arrangement, widget.id);
  return column
    ? {
        ...arrangement,
        [column]: arrangement[column].map(other =>
          other.id === widget.id ? widget : other,
        ),
      }
    : arrangement;
}

function isSame(a: Arrangement, b: Arrangement): boolean {
  const text = ({ main, side }: Arrangement) =>
    JSON.stringify([main.map(({ id }) => id), side.map(({ id }) => id)]);
  return text(a) === text(b);
}
