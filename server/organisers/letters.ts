import { invitationContent, signInLetterContent } from '../../views/letters/organisers.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { invitedTo } from './queries.ts'
import { liveLink } from './sign-in-link.ts'

/** A link that has run out before the letter could go is not sent. */
export const signInLetter: Writer = async (db, letter, { config, now }) => {
  if (!letter.token || !(await liveLink(db, letter.token, now))) return null
  const url = config.publicUrl + paths.signInLink(letter.token)
  return await worded(db, letter, (voice) => signInLetterContent(voice, url))
}

/** Somebody who has been taken out of the project again meanwhile hears nothing. */
export const invitationLetter: Writer = async (db, letter, { config }) => {
  const invited = await invitedTo(db, letter)
  if (!invited) return null
  const from = { inviter: letter.facts.inviter ?? '', publicUrl: config.publicUrl }
  return await worded(db, letter, (voice) => invitationContent(voice, invited, from), colourOf(invited.project))
}
