import { createPortal } from 'react-dom';
import styles from './Plot.module.css';
import { usePlot } from './PlotContext';

interface PlotTooltipProps {
  /** Pixels from the left and the top of the plot. */
  x: number;
  y: number;
}

const GAP_PX = 12;

/** What is measured at the active point, on the side where there is room. */
export function PlotTooltip({ x, y }: PlotTooltipProps) {
  const { points, active, overlay, width, height } = usePlot();
  const point = active === null ? undefined : points[active];
  if (!overlay || !point) return null;
  const horizontal =
    x > width / 2 ? { right: width - x + GAP_PX } : { left: x + GAP_PX };
  const vertical =
    y > height / 2 ? { bottom: height - y + GAP_PX } : { top: y + GAP_PX };
  return createPortal(
    <div className={styles.tooltip} style={{ ...horizontal, ...vertical }}>
      <p className={styles.tooltipTitle}>{point.title}</p>
      {point.lines.map(({ label, value, detail, colour }, index) => (
        // Events may share a title.
        <div key={`${index} ${label}`} className={styles.line}>
          <span className={styles.swatch} style={{ background: colour }} />
          <span className={styles.lineLabel}>{label}</span>
          <span className={styles.lineValue}>{value}</span>
          {detail && <span className={styles.lineDetail}>{detail}</span>}
        </div>
      ))}
    </div>,
    overlay,
  );
}
