export interface RadarGeometry {
  cx: number;
  cy: number;
  radius: number;
  /** Where a value of a dimension lies; `share` of the radius. */
  at: (index: number, share: number) => { x: number; y: number };
  /** The dimension whose axis is nearest to a direction. */
  nearest: (x: number, y: number) => number;
}

const LABEL_ROOM_X_PX = { least: 64, most: 92, share: 0.27 };
const LABEL_ROOM_Y_PX = 34;
const QUARTER = Math.PI / 2;

const SMALLEST_RADIUS_PX = 40;
const TALLEST_PX = 320;

const labelRoom = (width: number) => {
  const { least, most, share } = LABEL_ROOM_X_PX;
  return Math.max(least, Math.min(most, share * width));
};

/** As high as the radar gets in that width, so that a narrow one leaves no blank. */
export const radarHeight = (width: number): number =>
  Math.min(
    TALLEST_PX,
    2 *
      (Math.max(SMALLEST_RADIUS_PX, width / 2 - labelRoom(width)) +
        LABEL_ROOM_Y_PX),
  );

/** A radar of `count` axes, the first upwards, the others clockwise. */
export function radarGeometry(
  count: number,
  width: number,
  height: number,
): RadarGeometry {
  const cx = width / 2;
  const cy = height / 2;
  const radius = Math.max(
    SMALLEST_RADIUS_PX,
    Math.min(cx - labelRoom(width), cy - LABEL_ROOM_Y_PX),
  );
  const step = (2 * Math.PI) / Math.max(1, count);
  return {
    cx,
    cy,
    radius,
    at: (index, share) => ({
      x: cx + Math.sin(index * step) * radius * share,
      y: cy - Math.cos(index * step) * radius * share,
    }),
    nearest: (x, y) => {
      const angle = Math.atan2(y - cy, x - cx) + QUARTER;
      const turn = Math.round(angle / step);
      return ((turn % count) + count) % count;
    },
  };
}
