import type { Letter } from '../../db/schema.ts'
import type { Released, ReleasedSlot } from '../agenda/release.ts'
import { carried } from './news.ts'

/** Numbers of releases: the last one that somebody surely heard of, 0 for none, and later ones that they may have. */
export type Heard = { from: number; maybe: readonly number[] }

/** Absent once the facts are forgotten. */
export function heardIn({ facts: { from, maybe = '' } }: Pick<Letter, 'facts'>): Heard | null {
  if (from === undefined) return null
  return { from: Number(from), maybe: maybe.split(' ').filter(Boolean).map(Number) }
}

export function heardFacts({ from, maybe }: Heard): Record<string, string> {
  return { from: String(from), ...(maybe.length > 0 ? { maybe: maybe.join(' ') } : {}) }
}

/**
 * The agendas somebody may have in mind. `isKnown`: what such a release changed, everybody learns another way, so no
 * letter tells it, however long ago it was that they heard of the rest.
 */
export function basesOf(
  { from, maybe }: Heard,
  versions: readonly Released[],
  isKnown: (release: Released) => boolean,
): ReleasedSlot[][] {
  return [from, ...maybe].map((number) => {
    const start = versions.find(({ version }) => version === number)?.slots ?? []
    return versions.reduce((base, { version, slots }, i) => {
      const next = versions[i + 1]
      return next && version >= number && isKnown(next) ? carried(base, slots, next.slots) : base
    }, start)
  })
}

/** A late day's shifts follow on the pages at once. */
export function isShownLive({ lateMinutes }: Released): boolean {
  return lateMinutes !== null
}

/** And where whole days moved, the meeting's own letter says so; only a speaker's own slot is told again. */
export function isToldElsewhere(version: Released): boolean {
  return isShownLive(version) || version.withDays === true
}
