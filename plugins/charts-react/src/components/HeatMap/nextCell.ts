export interface CellPlace {
  row: number;
  column: number;
}

/** Where a key leads in a grid of that many rows and columns; undefined where it is none of ours. */
export function nextCell(
  key: string,
  { row, column }: CellPlace,
  count: CellPlace,
): CellPlace | undefined {
  const moves: Readonly<Record<string, CellPlace>> = {
    ArrowRight: { row, column: Math.min(column + 1, count.column - 1) },
    ArrowLeft: { row, column: Math.max(column - 1, 0) },
    ArrowDown: { row: Math.min(row + 1, count.row - 1), column },
    ArrowUp: { row: Math.max(row - 1, 0), column },
    Home: { row, column: 0 },
    End: { row, column: count.column - 1 },
  };
  return moves[key];
}
