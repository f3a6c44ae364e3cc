/**
 * Which totals are too small to be shown, and as many more that none follows from the grand total and the others. Null
 * where nothing at all can be shown.
 */
export function totalsKeptBack(totals: readonly number[], smallest: number): Set<number> | null {
  const all = totals.reduce((sum, total) => sum + total, 0)
  if (all > 0 && all < smallest) return null
  const back = new Set(totals.flatMap((total, at) => (isSmall(total, smallest) ? [at] : [])))
  const ascending = totals.map((total, at) => ({ total, at })).sort((a, b) => a.total - b.total || a.at - b.at)
  for (const { at, total } of ascending) {
    const sum = [...back].reduce((sum, one) => sum + (totals[one] ?? 0), 0)
    if (back.size === 0 || (back.size > 1 && sum >= smallest)) break
    if (total > 0) back.add(at)
  }
  return back.size === 1 ? null : back
}

/** Zero points at nobody. */
export function isSmall(number: number, smallest: number): boolean {
  return number > 0 && number < smallest
}
