/** Far enough apart for others to come between. */
const apart = 1000

type Positioned = { id: string; position: number }

/** After everything there is. */
export function positionAtEnd(rows: readonly { position: number }[]): number {
  return Math.max(0, ...rows.map(({ position }) => position)) + apart
}

/**
 * Positions that put these rows in this order: only the `moving` ones get new ones, as long as there is room between
 * those that stay.
 */
export function positionsFor(order: readonly Positioned[], moving: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>()
  for (let i = 0; i < order.length; i += 1) {
    const row = order[i]
    if (!row || !moving.has(row.id)) continue
    const last = found.get(order[i - 1]?.id ?? '') ?? order[i - 1]?.position
    const next = order.findIndex(({ id }, at) => at > i && !moving.has(id))
    const [after, steps] = [order[next]?.position, next - i + 1]
    const isRight = steps === 2 && (last ?? -Infinity) < row.position && row.position < (after ?? Infinity)
    found.set(row.id, isRight ? row.position : between(last, after, steps))
  }
  const position = (row: Positioned) => found.get(row.id) ?? row.position
  const isRising = order.every((row, i) => i === 0 || position(order[i - 1] ?? row) < position(row))
  return isRising ? found : new Map(order.map(({ id }, i) => [id, (i + 1) * apart]))
}

/** The first of so many equal steps from one to the other. */
function between(last: number | undefined, next: number | undefined, steps: number): number {
  if (next === undefined) return (last ?? 0) + apart
  if (last === undefined) return next - apart * (steps - 1)
  return last + Math.floor((next - last) / steps)
}
