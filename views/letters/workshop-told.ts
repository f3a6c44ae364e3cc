import type { ReleasedSlot } from '../../server/agenda/release.ts'
import type { Told } from './told.ts'

/** What the letters about somebody's workshop are written from. */
export type WorkshopTold = Told & {
  /** As it is released, or was when it was taken off. */
  slot: ReleasedSlot
  /** The party has outgrown the free places, and waits again. */
  hasGrown: boolean
  workshopsUrl: string
  /** What the letter does to its entry in the reader's calendar. */
  entry: 'REQUEST' | 'CANCEL' | null
}
