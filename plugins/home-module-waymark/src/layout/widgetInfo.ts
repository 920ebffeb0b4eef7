import type { JsonObject } from '@backstage/types';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import {
  columnOf,
  findWidget,
  type Arrangement,
  type Column,
  type Width,
} from '../domain/arrangement';

/** A widget that is there for this person. */
export type Widget = HomePageLayoutProps['widgets'][number];

const KIND = 'home-page-widget:';
/** Of twelve columns, as the layout hints of widgets count. */
const HALF_COLUMNS = 6;
const SIDE_COLUMNS = 4;

/** Id of a widget as configuration and arrangements write it. */
export function widgetIdOf({ node }: Widget): string {
  return node.spec.id.startsWith(KIND)
    ? node.spec.id.slice(KIND.length)
    : node.spec.id;
}

export const extensionIdOf = (id: string) => `${KIND}${id}`;

export const titleOf = (widget: Widget) =>
  widget.title ?? widget.name ?? widgetIdOf(widget);

const minColumns = ({ layout }: Widget) => layout?.width?.minColumns ?? 1;

/** Where a widget has room, by its own hint; at least in the main column. */
export function columnsFor(widget: Widget): Column[] {
  return minColumns(widget) <= SIDE_COLUMNS ? ['main', 'side'] : ['main'];
}

export function widthsFor(widget: Widget): Width[] {
  return minColumns(widget) <= HALF_COLUMNS ? ['full', 'half'] : ['full'];
}

/** Where a widget goes when it is added: as in the default, else by its own hint. */
export function placeFor(
  widget: Widget,
  byDefault: Arrangement,
): { column: Column; width: Width } {
  const id = widgetIdOf(widget);
  const isNarrow = (widget.layout?.width?.defaultColumns ?? 12) <= SIDE_COLUMNS;
  return {
    column: columnOf(byDefault, id) ?? (isNarrow ? 'side' : 'main'),
    width: findWidget(byDefault, id)?.width ?? 'full',
  };
}

/** What a widget says of its settings, the values that hold when nothing is set. */
export function defaultSettingsOf({ settings }: Widget): JsonObject {
  return Object.fromEntries(
    Object.entries(settings?.schema?.properties ?? {}).flatMap(
      ([name, property]) =>
        typeof property === 'object' && property.default !== undefined
          ? [[name, property.default as JsonObject[string]]]
          : [],
    ),
  );
}
