import { and, asc, eq, like } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { agendaSteps, type Meeting, type SlotSpeaker } from '../../db/schema.ts'
import { asRow } from './rows.ts'
import type { Changes } from './steps.ts'

/** Who was ever taken out of a slot of the draft, by "slot speaker", as they stood when that last happened. */
export async function takenOut(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Map<string, SlotSpeaker>> {
  const steps = await db
    .select({ changes: agendaSteps.changes })
    .from(agendaSteps)
    .where(and(eq(agendaSteps.meetingId, meeting.id), like(agendaSteps.changes, '%"slotSpeakers"%')))
    .orderBy(asc(agendaSteps.number))
  const rows = steps.flatMap(({ changes }) => (JSON.parse(changes) as Changes).rows)
  return new Map(
    rows.flatMap(({ table, key, before, after }) =>
      table === 'slotSpeakers' && before && !after ? [[key.join(' '), asRow(table, before) as SlotSpeaker]] : [],
    ),
  )
}
