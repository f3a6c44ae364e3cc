import type { Reads } from '../../db/open.ts'
import type { Letter, Meeting, Project, Registration } from '../../db/schema.ts'
import { publicAgenda, releasedAgenda } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { ownSequence } from '../calendar/own-sequence.ts'
import { speakersAt, spokenAt, takenPartInAt } from '../calendar/own-slots.ts'
import type { MailConfig } from '../config.ts'
import type { Written } from '../mail/written.ts'
import { slotCalendarPart } from '../speakers/calendar-part.ts'

type About = { project: Project; meeting: Meeting; registration: Pick<Registration, 'replyToken'> }
export type Change = { slotId: string; method: 'REQUEST' | 'CANCEL' }
type Part = { slug: string } & NonNullable<Written['calendar']>

/**
 * What a letter tells a guest's calendar about workshops. Whoever speaks in one has it in their calendar from that, and
 * keeps it as long as they do, or as long as another class of theirs takes part: it is one entry.
 */
export async function workshopParts(
  db: Reads,
  { project, meeting, registration: whose }: About,
  letter: Letter,
  changes: readonly Change[],
  config: MailConfig,
): Promise<Part[]> {
  if (changes.length === 0) return []
  const [agenda, released] = [await publicAgenda(db, project, meeting), await releasedAgenda(db, meeting)]
  const speakers = await speakersAt(db, meeting, letter.recipient)
  const spoken = await spokenAt(db, meeting, letter.recipient)
  const kept = meeting.status === 'cancelled' ? new Set() : await takenPartInAt(db, meeting, letter.recipient)
  const [own, saidAt] = [await ownSequence(db, meeting, letter), letter.queuedAt]
  const guest = { email: letter.recipient, locale: letter.locale }
  const wasNamed = (id: string) => released?.withdrawn.some((slot) => slot.id === id && names(slot, speakers))
  return changes.flatMap(({ slotId, method }) => {
    const on = agenda?.slots.find(({ id }) => id === slotId)
    const off = agenda?.withdrawn.find(({ id }) => id === slotId)
    const slot = on ?? (off && { ...off, withdrawn: true })
    const isOff = !on || meeting.status === 'cancelled'
    if (!slot || spoken.has(slotId) || (off && wasNamed(slotId)) || (method === 'REQUEST' ? isOff : kept.has(slotId)))
      return []
    return [
      { slug: slot.slug, ...slotCalendarPart(method, { project, meeting, whose, slot, saidAt, own }, guest, config) },
    ]
  })
}

/** The letter about the agenda tells them. */
function names({ speakers, unnamed = [] }: ReleasedSlot, ids: Set<string>): boolean {
  return speakers.some(({ id }) => ids.has(id)) || unnamed.some((id) => ids.has(id))
}

/** The first goes in the letter itself, every further one as a file. */
export function partsOf([first, ...further]: readonly Part[]): Pick<Written, 'calendar' | 'files'> {
  if (!first) return {}
  const { method, content } = first
  return { calendar: { method, content }, files: asFiles(further) }
}

/** Further calendar objects of a letter: a message may have but one UID (RFC 5546 3.2). */
export function asFiles(parts: readonly Part[]): NonNullable<Written['files']> {
  return parts.map(({ slug, content }) => ({ name: `${slug}.ics`, content }))
}
