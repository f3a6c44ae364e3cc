import { type Compared, compare } from './compare.ts'
import type { Released, ReleasedSlot } from './release.ts'

/** One version of the agenda, and what it brought; the first brought all there was. */
export type Version = Pick<Released, 'version' | 'name' | 'releasedAt' | 'lateMinutes'> & {
  first: boolean
  changes: Compared[]
}

/**
 * Every version against the one before, the newest first. In old ones, too, a slot's speakers are only those whom the
 * public is shown there now: nobody comes back by this way who has said no since, or been taken off.
 */
export function changelog(releases: readonly Released[], shown: readonly ReleasedSlot[]): Version[] {
  const named = new Set(shown.flatMap(({ id, speakers }) => speakers.map((speaker) => `${id} ${speaker.id}`)))
  const asShown = ({ slots }: Released) =>
    slots.map((slot) => ({ ...slot, speakers: slot.speakers.filter(({ id }) => named.has(`${slot.id} ${id}`)) }))
  return releases.map((release, i) => {
    const { version, name, releasedAt, lateMinutes } = release
    const before = releases[i + 1]
    const changes = before ? compare(asShown(before), asShown(release)) : []
    return { version, name, releasedAt, lateMinutes, first: before === undefined, changes }
  })
}
