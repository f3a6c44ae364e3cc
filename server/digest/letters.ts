import { agendaChanged } from '../../views/letters/agenda-changed.ts'
import { framed } from '../../views/letters/frame.ts'
import { colourOf } from '../../views/page.ts'
import { say } from '../../views/say.ts'
import { inOwnWords } from '../mail/in-own-words.ts'
import type { Writer } from '../mail/written.ts'
import { calendarParts } from './calendar-parts.ts'
import { toldOf } from './told.ts'

/** From what its reader heard of last to how the agenda is now; nothing when that comes to the same. */
export const digestLetter: Writer = async (db, letter, { config, now }) => {
  const told = await toldOf(db, letter, config.publicUrl, now)
  if (!told) return null
  const voice = say(letter.locale)
  return {
    ...framed(voice, inOwnWords(agendaChanged(voice, told), letter), colourOf(told.project)),
    replyTo: told.project.contactEmail || undefined,
    ...calendarParts(told, { email: letter.recipient, locale: letter.locale }, config),
  }
}
