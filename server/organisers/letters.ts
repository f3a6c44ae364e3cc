import { framed } from '../../views/letters/frame.ts'
import { invitationContent, signInLetterContent } from '../../views/letters/organisers.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { say } from '../../views/say.ts'
import { inOwnWords } from '../mail/in-own-words.ts'
import type { Writer } from '../mail/written.ts'
import { invitedTo } from './queries.ts'
import { liveLink } from './sign-in-link.ts'

/** A link that has run out before the letter could go is not sent. */
export const signInLetter: Writer = async (db, letter, { config, now }) => {
  if (!letter.token || !(await liveLink(db, letter.token, now))) return null
  return framed(
    say(letter.locale),
    signInLetterContent(say(letter.locale), config.publicUrl + paths.signInLink(letter.token)),
  )
}

/** Somebody who has been taken out of the project again meanwhile hears nothing. */
export const invitationLetter: Writer = async (db, letter, { config }) => {
  const invited = await invitedTo(db, letter)
  if (!invited) return null
  const from = { inviter: letter.facts.inviter ?? '', publicUrl: config.publicUrl }
  const content = invitationContent(say(letter.locale), invited, from)
  return framed(say(letter.locale), inOwnWords(content, letter), colourOf(invited.project))
}
