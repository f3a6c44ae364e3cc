import type { Reads } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import { uidOf } from '../calendar/uid.ts'

/** SEQUENCE of a slot in everybody's calendar, without what one's own comings and goings add; null: it is in none. */
export async function slotSequence(db: Reads, meeting: Meeting, uid: string): Promise<number | null> {
  const slot = (await releasedAgenda(db, meeting))?.slots.find((one) => uidOf(one) === uid)
  return slot ? meeting.sequence + slot.sequence : null
}
