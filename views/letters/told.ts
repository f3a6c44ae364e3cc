import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { Sized } from '../parties/party-size.ts'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** How a meeting was before it changed. */
export type Before = Pick<Meeting, 'startsAt' | 'endsAt' | 'zone' | 'allDay' | 'address' | 'onlineUrl'> & {
  days: readonly Span[]
  status: string
  title: Localised
  placeName: Localised
  accessNotes: Localised
}

/** What somebody chose inside the meeting, and where they choose; null while there is nothing to choose. */
export type WorkshopsTold = {
  chosen: { title: Localised; startsAt: string; status: 'in' | 'waiting' | 'left' }[]
  url: string | null
}

/** How many of the meeting's own questions wait for them, how many of those must be answered, and where. */
export type QuestionsTold = { open: number; needed: number; url: string }

/** What the letters about a registration are written from. */
export type Told = {
  project: Project
  meeting: Meeting
  registration: Registration
  /** The meeting's days, each with its hours. */
  days: readonly Span[]
  /** In the waiting list, from 1. */
  position: number | null
  /** Whether places are kept for groups. */
  keepsPlaces: boolean
  before: Before | null
  /** How large the party was before its places changed. */
  sizeBefore: Sized | null
  /** How they stood before they left, or before their place ran out. */
  was: Registration['status'] | null
  /** After a guardian's no: nothing of them is kept but what this letter goes to. */
  isErased: boolean
  /** An answer of their calendar gave the place back. */
  byCalendar: boolean
  /** Whether the person's calendar has an entry of ours. */
  inCalendar: boolean
  /** When the organisers forget the person. */
  forgottenAt: Temporal.Instant
  manageUrl: string
  workshops: WorkshopsTold
  questions: QuestionsTold
  publicUrl: string
}
