import type { Invited } from '../../server/organisers/queries.ts'
import { plain } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
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

export function invitationContent(
  say: Say,
  { project, meeting, colleague, role }: Invited,
  { inviter, publicUrl }: { inviter: string; publicUrl: string },
): LetterContent {
  const where = plain(say, (meeting ?? project).title, project.locales)
  const about = meeting ? `${where}, ${whenText(say, meeting)}` : where
  return {
    subject: say('letter.invitation.subject', { inviter, role, where }),
    lead: say('letter.invitation.body', { inviter, where: about, role }),
    button: { label: say('letter.invitation.button'), url: publicUrl + paths.signIn },
    further: [say('letter.invitation.may', { role }), say('letter.invitation.how', { email: colleague.email })],
  }
}
