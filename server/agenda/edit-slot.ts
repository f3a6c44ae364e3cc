import { type Localised, locales } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeDraft, type Outcome, type Seen } from './change-draft.ts'
import { positionAtEnd } from './position.ts'
import { edited } from './rows.ts'
import { setSpeakers } from './set-speakers.ts'
import { type SlotInput, slotColumns } from './slot-input.ts'

/** Changes what a slot is; on another day it comes last there. Its address stays, whatever its title. */
export async function editSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Slot, 'id'>,
  input: SlotInput,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<Slot>> {
  const concern = { about: id, what: 'anything', seen } as const
  return await changeDraft(
    db,
    { project, meeting },
    by,
    now,
    async (tx, draft) => {
      const { speakers, ...before } = draft.slots.find((slot) => slot.id === id) ?? notFound()
      const position = before.dayId === input.dayId ? before.position : positionAtEnd(draft.slots)
      const columns = { ...slotColumns(draft, input), ...unasked(project, before, input), position }
      const rows = [...edited('slots', before, columns), ...(await setSpeakers(tx, project, before, input.speakers))]
      return { result: { ...before, ...columns }, changes: { about: id, title: columns.title, rows } }
    },
    concern,
  )
}

/** A story may have come in a language that the project's forms do not ask for: it is kept. */
function unasked(project: Pick<Project, 'locales'>, before: Slot, { title, summary }: SlotInput) {
  const others = locales.filter((locale) => !project.locales.includes(locale))
  const kept = (text: Localised) => Object.fromEntries(others.flatMap((one) => (text[one] ? [[one, text[one]]] : [])))
  return { title: { ...kept(before.title), ...title }, summary: { ...kept(before.summary), ...summary } }
}
