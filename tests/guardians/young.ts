import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import {
  letters,
  type Meeting,
  type Project,
  type Slot,
  type Speaker,
  slotSpeakers,
  slots,
  speakers,
} from '../../db/schema.ts'
import { askGuardian } from '../../server/guardians/ask.ts'

/** A young speaker with a confirmed part in that slot. */
export async function youngSpeaker(
  db: Database,
  project: Pick<Project, 'id'>,
  slot: Pick<Slot, 'id'>,
  details: Partial<Speaker> = {},
): Promise<Speaker> {
  return await db.transact(
    async (tx) => {
      const row = { projectId: project.id, name: 'Elīna', minor: true, ...details }
      const [speaker] = await tx.insert(speakers).values(row).returning()
      if (!speaker) throw new Error('no speaker')
      await tx.insert(slotSpeakers).values({ slotId: slot.id, speakerId: speaker.id, position: 9 })
      return speaker
    },
    { touches: project.id },
  )
}

/** Asks, and gives back the secret of the link in the letter. */
export async function askedToken(
  db: Database,
  project: Pick<Project, 'id'>,
  speaker: Speaker,
  email: string,
  now: Temporal.Instant,
): Promise<string> {
  const guardian = { email, locale: 'lv' as const }
  const problem = await db.transact((tx) => askGuardian(tx, project, speaker, guardian, null, now), {
    touches: 'nothing',
  })
  if (problem) throw new Error(problem)
  const [letter] = await db.select().from(letters).where(eq(letters.recipient, email))
  if (!letter?.token) throw new Error('no letter')
  return letter.token
}

export async function firstSlot(db: Database, meeting: Pick<Meeting, 'id'>): Promise<Slot> {
  const [slot] = await db.select().from(slots).where(eq(slots.meetingId, meeting.id))
  if (!slot) throw new Error('no slot')
  return slot
}
