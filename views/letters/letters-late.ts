import type { Project } from '../../db/schema.ts'
import type { Late } from '../../server/mail/late.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { momentWithin } from '../when.ts'
import type { LetterContent } from './frame.ts'

/** `were`: as many were late when the letter was queued; `late`: those that still are. */
type LateTold = { project: Project; since: Temporal.Instant; were: number; late: Late | null; publicUrl: string }

export function lettersLate(say: Say, { project, since, were, late, publicUrl }: LateTold): LetterContent {
  const title = plain(say, project.title, project.locales)
  const about = { since: momentWithin(since, project.zone, say.locale), letters: were }
  return {
    subject: say('letter.letters-late.subject', { title }),
    lead: say('letter.letters-late.lead', { title, ...about }),
    further: [
      late ? say('letter.letters-late.still', { letters: late.letters }) : say('letter.letters-late.over'),
      ...(late?.answer ? [say('letter.letters-late.answer', { answer: late.answer })] : []),
      say('letter.letters-late.nothing-lost'),
    ],
    button: { label: say('letter.letters-late.button'), url: publicUrl + paths.letters(project) },
  }
}
