import type { Localised } from '../../db/languages.ts'
import type { SlotType } from '../../db/schema.ts'

/** A slot as the public knows it; times are ISO instants. */
export type ReleasedSlot = {
  id: string
  slug: string
  type: SlotType
  title: Localised
  summary: Localised
  room: Localised | null
  startsAt: string
  endsAt: string
  speakers: string[]
  sequence: number
  changedAt: string
}

export type ReleasedAgenda = { slots: ReleasedSlot[]; withdrawn: ReleasedSlot[] }
