import type { DoorStep } from '../../db/schema.ts'

/** Since when somebody is in, and whether two phones saw them come. */
export type Seen = { since: Temporal.Instant; by: string | null; device: string; doubled: boolean }

type Step = Pick<DoorStep, 'deed' | 'at' | 'device' | 'by'>

/** What follows from all that happened, in whatever order it was heard of: the first scan after whatever was taken back. */
export function standingOf(steps: readonly Step[]): Seen | null {
  const undone = Math.max(-Infinity, ...timesOf(steps.filter(({ deed }) => deed === 'undone')))
  const seen = steps.filter(({ deed, at }) => deed === 'in' && at.epochMilliseconds > undone)
  const [first] = seen.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.device < b.device ? -1 : 1))
  if (!first) return null
  const doubled = new Set(seen.map(({ device }) => device)).size > 1
  return { since: first.at, by: first.by, device: first.device, doubled }
}

export function timesOf(steps: readonly Pick<Step, 'at'>[]): number[] {
  return steps.map(({ at }) => at.epochMilliseconds)
}
