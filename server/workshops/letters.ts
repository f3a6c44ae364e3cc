import type { LetterContent } from '../../views/letters/frame.ts'
import { framed } from '../../views/letters/frame.ts'
import type { WorkshopTold } from '../../views/letters/workshop-told.ts'
import { workshopClosed, workshopDropped, workshopIn, workshopOut } from '../../views/letters/workshops.ts'
import { colourOf } from '../../views/page.ts'
import { type Say, say } from '../../views/say.ts'
import { inOwnWords } from '../mail/in-own-words.ts'
import type { Writer } from '../mail/written.ts'
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
    const voice = say(letter.locale)
    return {
      ...framed(voice, inOwnWords(content(voice, told), letter), colourOf(told.project)),
      replyTo: told.project.contactEmail || undefined,
    }
  }
}
