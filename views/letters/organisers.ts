import type { Organiser, Project, Role } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { LetterContent } from './frame.ts'

/** The link opens a page with a button: mail scanners open links too. */
export function signInLetterContent(say: Say, url: string): LetterContent {
  return {
    subject: say('letter.sign-in.subject'),
    lead: say('letter.sign-in.body'),
    button: { label: say('letter.sign-in.button'), url },
    small: [say('letter.sign-in.not-you')],
  }
}

export type Invited = { project: Project; colleague: Organiser; role: Role; inviter: string; publicUrl: string }

export function invitationContent(say: Say, { project, colleague, role, inviter, publicUrl }: Invited): LetterContent {
  const title = plain(say, project.title, project.locales)
  return {
    subject: say('letter.invitation.subject', { inviter, project: title }),
    lead: say('letter.invitation.body', { inviter, project: title, role, email: colleague.email }),
    button: { label: say('letter.invitation.button'), url: publicUrl + paths.signIn },
  }
}
