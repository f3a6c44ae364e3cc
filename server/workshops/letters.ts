import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import type { LetterContent } from '../../views/letters/frame.ts'
import type { WorkshopTold } from '../../views/letters/workshop-told.ts'
import { workshopClosed, workshopDropped, workshopIn, workshopOut } from '../../views/letters/workshops.ts'
import { workshopsChosen } from '../../views/letters/workshops-chosen.ts'
import { colourOf } from '../../views/page.ts'
import type { Say } from '../../views/say.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { isOver } from '../meetings/status.ts'
import { toldOf } from '../registrations/letters/told.ts'
import { type Change, partsOf, workshopParts } from './calendar-parts.ts'
import { entriesIn, insideOf, wasIn } from './known.ts'
import type { WorkshopLetter } from './tell.ts'
import { workshopToldOf } from './told.ts'

/** How each letter about a workshop is written when it is posted. */
export const workshopWriters: Record<WorkshopLetter, Writer> = {
  'workshop-in': writer('workshop-in', workshopIn),
  'workshop-out': writer('workshop-out', workshopOut),
  'workshop-dropped': writer('workshop-dropped', workshopDropped),
  'workshop-closed': writer('workshop-closed', workshopClosed),
}

function writer(kind: WorkshopLetter, content: (say: Say, told: WorkshopTold) => LetterContent): Writer {
  return async (db, letter, { config, now }) => {
    const told = await workshopToldOf(db, kind, letter, config.publicUrl, now)
    if (!told) return null
    const parts = await workshopParts(db, told, letter, changesIn(letter), config)
    const entry = parts[0]?.method ?? null
    return {
      ...(await worded(db, letter, (voice) => content(voice, { ...told, entry }), colourOf(told.project))),
      replyTo: told.project.contactEmail || undefined,
      ...partsOf(parts),
    }
  }
}

/** Nothing was in the calendar of whoever only waited. */
function changesIn(letter: Letter): Change[] {
  const { slotId = '' } = letter.facts
  if (letter.kind === 'workshop-in') return [{ slotId, method: 'REQUEST' }]
  return entriesIn(letter).map((id) => ({ slotId: id, method: 'CANCEL' }))
}

/** What somebody chose or left themselves; nothing when that comes to how it was. */
export const workshopsChosenLetter: Writer = async (db, letter, { config, now }) => {
  const told = await toldOf(db, letter, config.publicUrl)
  const isExpected = told && told.registration.status === 'confirmed' && told.meeting.status !== 'cancelled'
  if (!isExpected || isOver(told.meeting, now)) return null
  const changes = await changesSince(db, letter)
  if (changes.length === 0) return null
  const parts = await workshopParts(db, told, letter, changes, config)
  const entries = parts.map(({ method }) => method)
  return {
    ...(await worded(db, letter, (voice) => workshopsChosen(voice, { ...told, entries }), colourOf(told.project))),
    replyTo: told.project.contactEmail || undefined,
    ...partsOf(parts),
  }
}

/** An attempt before may have arrived, as things were then: after it all is said again. */
async function changesSince(db: Reads, letter: Letter): Promise<Change[]> {
  const inside = await insideOf(db, { id: letter.registrationId ?? '' })
  const isDoubtful = letter.attempts > 1 || letter.facts.maybe !== undefined
  return Object.entries(wasIn(letter)).flatMap(([slotId, was]): Change[] => {
    const is = inside.includes(slotId) ? 'in' : 'out'
    if (is === was && !isDoubtful) return []
    return [{ slotId, method: is === 'in' ? 'REQUEST' : 'CANCEL' }]
  })
}
