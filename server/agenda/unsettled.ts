import { and, eq, like } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { agendaSteps, type Meeting, slotSpeakers, slots } from '../../db/schema.ts'
import type { Changes } from './steps.ts'

/**
 * Who is not to be named in a slot, whatever was released: "slot speaker". They have said no since, or their yes was
 * taken back; and if organisers then took them out of the draft, a release from before must not name them again.
 */
export async function unsettledIn(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Set<string>> {
  const rows = await db
    .select({ slotId: slotSpeakers.slotId, speakerId: slotSpeakers.speakerId, standing: slotSpeakers.standing })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .where(eq(slots.meetingId, meeting.id))
  const present = new Map(rows.map(({ slotId, speakerId, standing }) => [`${slotId} ${speakerId}`, standing]))
  const gone = (await takenOutUnsettled(db, meeting)).filter((part) => !present.has(part))
  return new Set([...gone, ...[...present].flatMap(([part, standing]) => (standing === 'confirmed' ? [] : [part]))])
}

async function takenOutUnsettled(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<string[]> {
  const steps = await db
    .select({ changes: agendaSteps.changes })
    .from(agendaSteps)
    .where(and(eq(agendaSteps.meetingId, meeting.id), like(agendaSteps.changes, '%"slotSpeakers"%')))
  const rows = steps.flatMap(({ changes }) => (JSON.parse(changes) as Changes).rows)
  return rows
    .filter(({ table, before, after }) => table === 'slotSpeakers' && !after && before?.standing !== 'confirmed')
    .map(({ key }) => key.join(' '))
}
