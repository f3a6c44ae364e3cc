import type { Localised } from '../../db/languages.ts'
import { message } from '../../views/letters/message.ts'
import { colourOf } from '../../views/page.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { toldOf } from '../registrations/letters/told.ts'
import { isLive } from '../registrations/queries.ts'

/** In the words of an organiser; not to somebody who has left since it was written. */
export const messageLetter: Writer = async (db, letter, { config }) => {
  const told = await toldOf(db, letter, config.publicUrl)
  if (!told || (letter.facts.live && !isLive(told.registration))) return null
  const written = { subject: textsOf(letter.facts.subject), text: textsOf(letter.facts.text) }
  return {
    ...(await worded(db, letter, (voice) => message(voice, told, written), colourOf(told.project))),
    replyTo: told.project.contactEmail || undefined,
  }
}

function textsOf(json = '{}'): Localised {
  return JSON.parse(json)
}
