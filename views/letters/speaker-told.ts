import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project, Speaker } from '../../db/schema.ts'
import type { ReleasedSlot } from '../../server/agenda/release.ts'
import type { Appearance } from '../../server/speakers/appearances.ts'
import type { Before, Told } from './told.ts'

/** What the letters to a speaker are written from. */
export type SpeakerTold = {
  project: Project
  meeting: Meeting
  days: Told['days']
  speaker: Speaker
  /** All their slots at the meeting, in the order of time; each letter takes those it is about. */
  slots: Appearance[]
  /** Those of them that their calendar has. */
  entries: Appearance[]
  /** The one slot it is about, where a letter is about one. */
  slot: Appearance | null
  /** The title of a slot that they are no longer in. */
  formerTitle: Localised | null
  /** What their calendar has of that slot, if we put it there. */
  formerEntry: (ReleasedSlot & { withdrawn?: boolean }) | null
  /** How the meeting was, in a letter about its change. */
  before: Before | null
  /** Whether they took themselves off. */
  bySelf: boolean
  /** By an answer of their calendar. */
  byCalendar: boolean
  /** When the organisers forget what they know of them. */
  forgottenAt: Temporal.Instant
  speakerUrl: string
  publicUrl: string
}
