import type { Project } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { LetterContent } from './frame.ts'

type ReturnedTold = { project: Project; letters: number; publicUrl: string }

/** Names nobody: letters to organisers pass through more hands than their pages do. */
export function lettersReturned(say: Say, { project, letters, publicUrl }: ReturnedTold): LetterContent {
  const title = plain(say, project.title, project.locales)
  return {
    subject: say('letter.letters-returned.subject', { title }),
    lead: say('letter.letters-returned.lead', { title, letters }),
    further: [say('letter.letters-returned.address')],
    button: { label: say('letter.letters-returned.button'), url: publicUrl + paths.letters(project) },
  }
}
