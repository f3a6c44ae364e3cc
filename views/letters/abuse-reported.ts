import type { Project } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { LetterContent } from './frame.ts'

type ReportedTold = { project: Project; reports: number; publicUrl: string }

/** What it is about stands in the system, not in mailboxes. */
export function abuseReported(say: Say, { project, reports, publicUrl }: ReportedTold): LetterContent {
  const title = plain(say, project.title, project.locales)
  return {
    subject: say('letter.abuse-reported.subject', { title }),
    lead: say('letter.abuse-reported.lead', { title, reports }),
    further: [say('letter.abuse-reported.today')],
    button: { label: say('letter.abuse-reported.button'), url: publicUrl + paths.abuseReports(project) },
  }
}
