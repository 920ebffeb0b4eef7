import type { ServiceState } from './serviceState';
import styles from './catalogGraph.module.css';

/** Each state has a shape of its own: colour alone says nothing to some. */
const SHAPES: Record<ServiceState, string> = {
  // A filled triangle with an exclamation mark cut out.
  incident: 'M8 1.5 15 14H1Z M7.3 6v4h1.4V6Z M7.3 11.2v1.4h1.4v-1.4Z',
  // A filled square with a cross cut out.
  failed:
    'M2 2h12v12H2Z M5.6 4.6 4.6 5.6 7 8 4.6 10.4 5.6 11.4 8 9 10.4 11.4 11.4 10.4 9 8 11.4 5.6 10.4 4.6 8 7Z',
  // A tick without a ground: the quiet case.
  fine: 'M6.4 13.2 1.6 8.4 3.1 6.9 6.4 10.2 13 3.6 14.5 5.1Z',
};

/** The shapes are drawn on a grid of this many units. */
const GRID = 16;

interface StateMarkProps {
  state: ServiceState;
  x?: number;
  y?: number;
  size: number;
}

/** A square mark whose upper left corner is at (x, y). */
export function StateMark({ state, x = 0, y = 0, size }: StateMarkProps) {
  return (
    <g
      aria-hidden
      data-state={state}
      transform={`translate(${x},${y}) scale(${size / GRID})`}
    >
      <rect
        className={styles.markGround}
        x={-2}
        y={-2}
        width={GRID + 4}
        height={GRID + 4}
        rx={4}
      />
      <path className={styles[state]} fillRule="evenodd" d={SHAPES[state]} />
    </g>
  );
}
