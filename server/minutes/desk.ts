import type { Reads } from '../../db/open.ts'
import type { Meeting, Minutes, Project } from '../../db/schema.ts'
import type { May } from '../organisers/rights.ts'
import { type MinutedSlot, minutedSlots, minutesIn, type Version, versionsOf } from './queries.ts'

export type MinutesDesk = { project: Project; meeting: Meeting; slots: (MinutedSlot & { minutes: Minutes | null })[] }

/** Which slots have minutes, and how far those have got. */
export async function minutesDesk(db: Reads, project: Project, meeting: Meeting): Promise<MinutesDesk> {
  const [slots, written] = [await minutedSlots(db, meeting), await minutesIn(db, meeting)]
  return { project, meeting, slots: slots.map((slot) => ({ ...slot, minutes: written.get(slot.id) ?? null })) }
}

export type SlotMinutes = {
  project: Project
  meeting: Meeting
  slot: MinutedSlot
  minutes: Minutes | null
  /** The newest first. */
  versions: Version[]
  /** Whether the reader may approve and publish. */
  decides: boolean
}

export async function slotMinutes(
  db: Reads,
  { project, meeting }: { project: Project; meeting: Meeting },
  slotId: string,
  may: May,
): Promise<SlotMinutes | null> {
  const { slots } = await minutesDesk(db, project, meeting)
  const found = slots.find(({ id }) => id === slotId)
  if (!found) return null
  const { minutes, ...slot } = found
  return { project, meeting, slot, minutes, versions: await versionsOf(db, slot), decides: may('organiser', meeting) }
}
