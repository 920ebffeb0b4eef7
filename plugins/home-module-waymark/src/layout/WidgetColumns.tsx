import { cloneElement } from 'react';
import { BgProvider } from '@backstage/ui';
import {
  columns,
  keepOnly,
  type Arrangement,
  type PlacedWidget,
  type Width,
} from '../domain/arrangement';
import { shownWidths } from '../domain/rows';
import styles from './WidgetColumns.module.css';
import { defaultSettingsOf, titleOf, type Widget } from './widgetInfo';

interface WidgetColumnsProps {
  arrangement: Arrangement;
  widgets: ReadonlyMap<string, Widget>;
}

/** The widgets of an arrangement that are there for this person. */
export function WidgetColumns({ arrangement, widgets }: WidgetColumnsProps) {
  const visible = keepOnly(arrangement, id => widgets.has(id));
  const widthOf: Record<'main' | 'side', Width[]> = {
    main: shownWidths(visible.main),
    side: visible.side.map(() => 'full'),
  };
  const filled = columns.filter(column => visible[column].length > 0);
  return (
    <div className={styles.columns} data-columns={filled.length}>
      {filled.map(column => (
        <div key={column} className={styles.column} data-column={column}>
          {visible[column].map((placed, index) => (
            <PlacedCell
              key={placed.id}
              placed={placed}
              widget={widgets.get(placed.id)}
              width={widthOf[column][index]}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface PlacedCellProps {
  placed: PlacedWidget;
  widget: Widget | undefined;
  width: Width;
}

function PlacedCell({ placed, widget, width }: PlacedCellProps) {
  if (!widget) {
    return null;
  }
  return (
    <section
      className={styles.cell}
      data-width={width}
      aria-label={titleOf(widget)}
    >
      {/* The card is not of Backstage UI, which sets controls off from it. */}
      <BgProvider bg="neutral-1">
        {cloneElement(widget.component, {
          ...defaultSettingsOf(widget),
          ...placed.settings,
        })}
      </BgProvider>
    </section>
  );
}
