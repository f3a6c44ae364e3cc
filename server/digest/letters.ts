import { agendaChanged } from '../../views/letters/agenda-changed.ts'
import { colourOf } from '../../views/page.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { calendarParts } from './calendar-parts.ts'
import { toldOf } from './told.ts'

/** From what its reader heard of last to how the agenda is now; nothing when that comes to the same. */
export const digestLetter: Writer = async (db, letter, { config, now }) => {
  const told = await toldOf(db, letter, config.publicUrl, now)
  if (!told) return null
  return {
    ...(await worded(db, letter, (voice) => agendaChanged(voice, told), colourOf(told.project))),
    replyTo: told.project.contactEmail || undefined,
    ...calendarParts(told, { email: letter.recipient, locale: letter.locale }, config),
  }
}
