import type { Meeting, Project } from '../../db/schema.ts'
import type { ReleasedSlot } from '../../server/agenda/release.ts'

/** What became of a slot: new if it `was` not, off the agenda if it `is` not. */
export type Changed = { was: ReleasedSlot | null; is: ReleasedSlot } | { was: ReleasedSlot; is: null }

/** What a letter about a changed agenda is written from. */
export type DigestTold = {
  project: Project
  meeting: Meeting
  /** The reader's own slots, each with who of those behind the address speaks in it. */
  own: (Changed & { names: string[] })[]
  others: Changed[]
  /** Those of the others that are workshops a guest takes part in. */
  workshops: Changed[]
  /** Whom it goes to as speakers, each with their own page. */
  speakers: { name: string; url: string }[]
  /** Where a guest's place is looked after; null for whoever only speaks. */
  manageUrl: string | null
  /** Two workshops that the guest chose, at the same time since the agenda changed. */
  clashes: [ReleasedSlot, ReleasedSlot][]
  /** On a meeting of one day, nobody needs its date at every time. */
  severalDays: boolean
  forgottenAt: Temporal.Instant
  publicUrl: string
}
