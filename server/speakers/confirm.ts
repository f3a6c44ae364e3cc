import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { Refusal } from '../refusal.ts'
import { changeStanding, type Where } from './change-standing.ts'
import { type Part, setStanding } from './parts.ts'
import { tellOff } from './taken-off.ts'
import { tellSpeaker } from './tell.ts'
import { reinstate, withdraw } from './withdrawals.ts'

/**
 * The organisers' word after a speaker's yes: the next release names them, and they get the letter with their calendar
 * entry. For somebody without an address organisers have both words.
 */
export async function confirmSpeaker(
  db: Database,
  where: Where,
  part: Part,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeStanding(db, where, part, now, {
    ...{ deed: 'speaker.confirmed', by },
    change: async (tx, { row, speaker }, fresh) => {
      if (row.standing === 'confirmed') return false
      if (row.standing !== 'accepted' && speaker.email !== null) throw new Refusal('speakers.no-yes-yet')
      await setStanding(tx, row, { standing: 'confirmed', confirmedAt: now })
      await reinstate(tx, part)
      await tellSpeaker(tx, 'speaker-confirmed', fresh, speaker, now, { facts: { slot: row.slotId } })
      return true
    },
  })
}

/** Back to the plan, as if nobody had asked; whoever was told otherwise hears of it. */
export async function takeBack(
  db: Database,
  where: Where,
  part: Part,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeStanding(db, where, part, now, {
    ...{ deed: 'speaker.taken-back', by },
    change: async (tx, found, fresh) => {
      if (found.row.standing === 'planned') return false
      await tellOff(tx, fresh, found, now)
      await setStanding(tx, found.row, asPlanned)
      await withdraw(tx, fresh.meeting, part, now)
      return true
    },
  })
}

const asPlanned = {
  standing: 'planned' as const,
  invitedAt: null,
  answeredAt: null,
  confirmedAt: null,
  remindedAt: null,
}
