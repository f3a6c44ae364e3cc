import { inLanguage } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { moveSlot } from '../agenda/move-slot.ts'
import { slotsOf } from '../agenda/queries.ts'
import { releaseAgenda } from '../agenda/release-agenda.ts'
import { stretchSlot } from '../agenda/stretch-slot.ts'
import { notFound } from '../refusal.ts'

/** Two stories change places, and everybody hears of it; a third one is getting longer, which nobody knows yet. */
export async function changeAgenda(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const slots = await slotsOf(db, meeting)
  await moveSlot(db, project, meeting, called(slots, 'Daugavpils – sikspārņu'), 'earlier', by, now)
  await releaseAgenda(db, project, meeting, by, now.add({ minutes: 2 }), { name: 'Sikspārņi pirms Lunas' })
  await stretchSlot(db, project, meeting, called(slots, 'Cietoksnis'), 15, by, now.add({ minutes: 40 }))
}

function called(slots: readonly Slot[], beginning: string): Slot {
  return slots.find(({ title }) => inLanguage(title, 'lv', []).text.startsWith(beginning)) ?? notFound()
}
