import type { MouseEvent } from 'react';
import { usePlotArea, useXAxisScale } from 'recharts';
import { nearest } from '../plot/nearest';
import { usePlot } from '../plot/PlotContext';
import { PlotTooltip } from '../plot/PlotTooltip';

interface CartesianInteractionProps {
  /** The rows as the horizontal axis knows them. */
  ids: readonly string[];
  /** Bars are marked by a band, lines by a line. */
  cursor: 'line' | 'band';
}

/** Pixels from the left edge of the drawing to the pointer. */
function pointerX({ currentTarget, clientX }: MouseEvent<SVGElement>) {
  const drawing = currentTarget.ownerSVGElement ?? currentTarget;
  return clientX - drawing.getBoundingClientRect().left;
}

/** Marks the active row of a chart with a horizontal axis of rows, and follows the pointer. */
export function CartesianInteraction({
  ids,
  cursor,
}: CartesianInteractionProps) {
  const { active, activate, open, canOpen } = usePlot();
  const area = usePlotArea();
  const scale = useXAxisScale();
  if (!area || !scale) return null;
  const centres = ids.map(id => scale(id, { position: 'middle' }) ?? 0);
  const x = active === null ? undefined : centres[active];
  const rowAt = (event: MouseEvent<SVGElement>) =>
    nearest(centres, pointerX(event));
  const band = area.width / Math.max(1, ids.length);
  return (
    <g>
      {x !== undefined && cursor === 'line' && (
        <line
          x1={x}
          x2={x}
          y1={area.y}
          y2={area.y + area.height}
          stroke="var(--bui-border-2)"
        />
      )}
      {x !== undefined && cursor === 'band' && (
        <rect
          x={x - band / 2}
          y={area.y}
          width={band}
          height={area.height}
          fill="var(--bui-fg-primary)"
          fillOpacity={0.07}
        />
      )}
      <rect
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        fill="transparent"
        style={{
          cursor: active !== null && canOpen(active) ? 'pointer' : undefined,
        }}
        onPointerMove={event => activate(rowAt(event))}
        onPointerLeave={() => activate(null)}
        // A finger taps without having moved there first.
        onClick={event => {
          const row = rowAt(event);
          activate(row);
          if (row !== null) open(row);
        }}
      />
      {x !== undefined && <PlotTooltip x={x} y={area.y + 8} />}
    </g>
  );
}
