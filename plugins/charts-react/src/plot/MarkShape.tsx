import type { Mark } from '../data/seriesStyle';

interface MarkShapeProps {
  mark: Mark;
  x: number;
  y: number;
  colour: string;
  size?: number;
  /** Outlined: not over yet. */
  hollow?: boolean;
}

const SIZE_PX = 3.5;

/** The mark of a series; its shape says the same as its colour. */
export function MarkShape({
  mark,
  x,
  y,
  colour,
  size = SIZE_PX,
  hollow = false,
}: MarkShapeProps) {
  const paint = {
    fill: hollow || mark === 'ring' ? 'var(--bui-bg-neutral-1)' : colour,
    stroke: colour,
    strokeWidth: 1.5,
  };
  const at = `translate(${x} ${y})`;
  switch (mark) {
    case 'square':
      return (
        <rect
          {...paint}
          transform={at}
          x={-size}
          y={-size}
          width={2 * size}
          height={2 * size}
        />
      );
    case 'triangle':
      return (
        <path
          {...paint}
          transform={at}
          d={`M0 ${-1.2 * size}L${1.2 * size} ${size}H${-1.2 * size}Z`}
        />
      );
    case 'diamond':
      return (
        <path
          {...paint}
          transform={at}
          d={`M0 ${-1.4 * size}L${1.4 * size} 0L0 ${1.4 * size}L${
            -1.4 * size
          } 0Z`}
        />
      );
    case 'cross':
      return (
        <path
          transform={at}
          d={`M${-size} ${-size}L${size} ${size}M${size} ${-size}L${-size} ${size}`}
          stroke={colour}
          strokeWidth={2}
        />
      );
    default:
      return <circle {...paint} cx={x} cy={y} r={size} />;
  }
}
