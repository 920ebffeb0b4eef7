/**
 * A share in whole percent. Only all is 100 %, and only none is 0 %: one of a
 * thousand is not rounded away.
 */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return '<1 %';
  if (share < 1 && rounded === 100) return '>99 %';
  return `${rounded} %`;
}
