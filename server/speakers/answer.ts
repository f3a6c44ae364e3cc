import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import type { Because } from '../registrations/cancel.ts'
import { takeDownWithheld } from '../slides/take-down.ts'
import { changeStanding, type Where } from './change-standing.ts'
import { type Part, setStanding } from './parts.ts'
import { isReckonedWith } from './standings.ts'
import { tellEntryGone } from './taken-off.ts'
import { withdraw } from './withdrawals.ts'

/**
 * Their yes: whoever was asked gives it, also after a no. An organiser (`by`) gives it for somebody who said it on the
 * phone, asked or not. It is not public before `confirmSpeaker`.
 */
export async function acceptInvitation(
  db: Database,
  where: Where,
  part: Part,
  now: Temporal.Instant,
  by: Organiser | null = null,
): Promise<void> {
  await changeStanding(db, where, part, now, {
    ...{ deed: 'speaker.accepted', by },
    change: async (tx, { row }) => {
      if (row.standing === 'accepted' || row.standing === 'confirmed') return false
      if (row.standing === 'planned' && !by) notFound()
      await setStanding(tx, row, { standing: 'accepted', answeredAt: now })
      return true
    },
  })
}

/** Their no, at any time before the end: an agenda that names them no longer does, and their calendar forgets it. */
export async function declineInvitation(
  db: Database,
  where: Where,
  part: Part,
  now: Temporal.Instant,
  by: Organiser | null = null,
  facts: Because = {},
): Promise<void> {
  await changeStanding(db, where, part, now, {
    ...{ deed: 'speaker.declined', by },
    change: async (tx, found, fresh) => {
      if (found.row.standing === 'declined') return false
      if (!isReckonedWith(found.row) && !by) notFound()
      await tellEntryGone(tx, fresh, found, now, facts)
      await takeDownWithheld(tx, fresh, [part.slotId])
      await setStanding(tx, found.row, { standing: 'declined', answeredAt: now, confirmedAt: null })
      await withdraw(tx, fresh.meeting, part, now)
      return true
    },
  })
}
