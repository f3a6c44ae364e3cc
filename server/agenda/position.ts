/** After everything there is. */
export function positionAtEnd(rows: readonly { position: number }[]): number {
  return Math.max(0, ...rows.map(({ position }) => position)) + 1
}
