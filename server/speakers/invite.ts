import { and, eq, isNotNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, slotSpeakers, slots, speakers } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { Refusal } from '../refusal.ts'
import { changeStanding, goingOn, type Where } from './change-standing.ts'
import { type Part, type PartRow, setStanding } from './parts.ts'
import { tellSpeaker } from './tell.ts'

/** Asks a speaker whether they want to speak in a slot; somebody who is asked already, or has said yes, is not. */
export async function inviteSpeaker(
  db: Database,
  where: Where,
  part: Part,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeStanding(db, where, part, now, {
    ...{ deed: 'speaker.invited', by },
    change: async (tx, found, fresh) => {
      if (found.row.standing !== 'planned' && found.row.standing !== 'declined') return false
      await ask(tx, fresh, found, now)
      return true
    },
  })
}

/** Asks once more whoever was asked at `since` and has not answered: sent twice, it asks once. */
export async function inviteAgain(
  db: Database,
  where: Where,
  part: Part,
  since: Temporal.Instant,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeStanding(db, where, part, now, {
    ...{ deed: 'speaker.invited', by },
    change: async (tx, found, fresh) => {
      const { standing, invitedAt } = found.row
      if (standing !== 'invited' || !invitedAt?.equals(since)) return false
      await ask(tx, fresh, found, now)
      return true
    },
  })
}

/** Asks everybody who is planned and has an address, each in one letter. Returns how many slots that was. */
export async function inviteAll(
  db: Database,
  { project, meeting }: Where,
  by: Organiser,
  now: Temporal.Instant,
): Promise<number> {
  return await db.transact(
    async (tx) => {
      const fresh = { project: await writableProject(tx, project), meeting: await goingOn(tx, meeting, now) }
      const planned = await plannedWithAddress(tx, meeting)
      for (const found of planned) await ask(tx, fresh, found, now)
      for (const { slot } of planned) {
        await record(tx, 'speaker.invited', by, fresh, now, { title: JSON.stringify(slot.title) })
      }
      return planned.length
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

async function ask(tx: Tx, where: Where, { row, speaker }: PartRow, now: Temporal.Instant): Promise<void> {
  if (speaker.email === null) throw new Refusal('speakers.no-address')
  await setStanding(tx, row, { standing: 'invited', invitedAt: now, answeredAt: null, remindedAt: null })
  await tellSpeaker(tx, 'speaker-invitation', where, speaker, now)
}

async function plannedWithAddress(tx: Tx, meeting: Pick<Meeting, 'id'>): Promise<PartRow[]> {
  return await tx
    .select({ row: slotSpeakers, slot: slots, speaker: speakers })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(and(eq(slots.meetingId, meeting.id), eq(slotSpeakers.standing, 'planned'), isNotNull(speakers.email)))
    .orderBy(slots.position, slotSpeakers.position)
}
