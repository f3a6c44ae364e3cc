import type { Localised } from '../../db/languages.ts'
import type { SlotType } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import type { DraftAgenda } from './queries.ts'

/** What an organiser says about a slot. Without a day it is in the tray, without a room in all of them. */
export type SlotInput = {
  type: SlotType
  title: Localised
  summary: Localised
  minutes: number
  gapMinutes: number
  roomId: string | null
  dayId: string | null
  pinnedAt: Temporal.Instant | null
  internal: boolean
  /** Who introduces its speakers; absent: as it was. */
  introducedBy?: string
  /** Its speakers are asked for slides; absent: as it was. */
  slidesWanted?: boolean
  /** Names of people and groups; those the project does not know yet become its speakers. */
  speakers: string[]
  /** The new slot's id, when the form it comes from had one: sent twice, it is added once. */
  once?: string | undefined
}

/** The columns that follow from it. Speakers are rows of their own: `setSpeakers`. Refuses what is another meeting's. */
export function slotColumns({ days, rooms }: DraftAgenda, { speakers, once, ...columns }: SlotInput) {
  if (columns.dayId !== null && !days.some(({ id }) => id === columns.dayId)) notFound()
  if (columns.roomId !== null && !rooms.some(({ id }) => id === columns.roomId)) notFound()
  return columns
}
