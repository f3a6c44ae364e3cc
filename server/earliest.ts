/** The first of these moments; null where there is none. */
export function earliest(...moments: (Temporal.Instant | null)[]): Temporal.Instant | null {
  return moments.filter((moment) => moment !== null).sort(Temporal.Instant.compare)[0] ?? null
}
