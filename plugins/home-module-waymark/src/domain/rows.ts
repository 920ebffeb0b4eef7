import type { PlacedWidget, Width } from './arrangement';

/**
 * The widths as they are shown: a half without another half beside it takes the
 * whole row, so that no hole is left.
 */
export function shownWidths(widgets: readonly PlacedWidget[]): Width[] {
  const shown: Width[] = [];
  for (let index = 0; index < widgets.length; index += 1) {
    const isPair =
      widgets[index].width === 'half' && widgets[index + 1]?.width === 'half';
    if (isPair) {
      shown.push('half', 'half');
      index += 1;
    } else {
      shown.push('full');
    }
  }
  return shown;
}
