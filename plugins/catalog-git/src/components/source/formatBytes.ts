const UNITS = ['B', 'kB', 'MB', 'GB'];
const STEP = 1000;

/** Size with a unit: `812 B`, `4.1 kB`, `100 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= STEP && unit < UNITS.length - 1) {
    value /= STEP;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}
