import type { JsonObject } from '@backstage/types';

/** `main` is wide and holds one or two widgets a row; `side` is narrow. */
export const columns = ['main', 'side'] as const;
export type Column = (typeof columns)[number];

/** Of the main column; the side column knows no widths. */
export const widths = ['full', 'half'] as const;
export type Width = (typeof widths)[number];

// An alias, because interfaces are not assignable to JSON.
export type PlacedWidget = {
  /** Id of the extension without its kind, such as `home/my-services`. */
  id: string;
  width: Width;
  /** What the person set for this widget; its own schema says what there is. */
  settings?: JsonObject;
};

/** Which widgets stand where. A widget stands in one place at most. */
export type Arrangement = Readonly<Record<Column, readonly PlacedWidget[]>>;

export const EMPTY_ARRANGEMENT: Arrangement = { main: [], side: [] };

export function idsOf(arrangement: Arrangement): string[] {
  return columns.flatMap(column => arrangement[column].map(({ id }) => id));
}

export function columnOf(
  arrangement: Arrangement,
  id: string,
): Column | undefined {
  return columns.find(column =>
    arrangement[column].some(widget => widget.id === id),
  );
}

export function findWidget(
  arrangement: Arrangement,
  id: string,
): PlacedWidget | undefined {
  return columns
    .flatMap(column => arrangement[column])
    .find(widget => widget.id === id);
}

/** The same arrangement where only some widgets are there to be seen. */
export function keepOnly(
  arrangement: Arrangement,
  isVisible: (id: string) => boolean,
): Arrangement {
  return {
    main: arrangement.main.filter(({ id }) => isVisible(id)),
    side: arrangement.side.filter(({ id }) => isVisible(id)),
  };
}
