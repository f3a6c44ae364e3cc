import type { SlotType } from '../schema.ts'

/** Every text of the demo is there in both languages. */
export type Both = { lv: string; en: string }

/** On a date of the past, or so many weeks after the demo is first started; hours are Riga's. */
export type DemoTime = ({ on: string } | { weeksAhead: number; weekday: number }) & {
  from: string
  to: string
  /** Open on so many whole days from that date on; the hours are then its agenda's. */
  wholeDays?: number
}

export type DemoSlot = {
  type: SlotType
  title: Both
  summary?: Both
  minutes: number
  gapMinutes?: number
  /** A key of the meeting's rooms; absent: all of them. */
  room?: string
  /** Has no time yet. */
  inTray?: boolean
  speakers?: string[]
}

export type DemoPlace = { placeName: Both; address: string; accessNotes: Both }

export type DemoMeeting = {
  slug: string
  title: Both
  summary: Both
  /** Markdown. */
  description: Both
  place: DemoPlace
  time: DemoTime
  capacity: number
  rooms: Record<string, Both>
  agenda: DemoSlot[]
  /** How many register; those above the capacity wait. */
  guests: number
  /** How many of them cancel, some while later. */
  leave: number
}
