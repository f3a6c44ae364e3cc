import { eq } from '../../db/drizzle.ts'
import { registrations, surveyLinks } from '../../db/schema.ts'
import { survey } from '../../views/letters/survey.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { oneClick } from '../mailings/letters.ts'
import { hashOf } from '../secrets.ts'
import { unsubscribeToken } from '../unsubscribe/links.ts'
import { addressHash, isUnsubscribed } from '../unsubscribe/unsubscribed.ts'
import { surveyHeldBy } from './queries.ts'

/** Nothing to whoever wants no more news since, or where the link leads nowhere any more. */
export const surveyLetter: Writer = async (db, letter, { config, now }) => {
  const asked = letter.token ? await surveyHeldBy(db, letter.token, now) : null
  if (!asked || !letter.token) return null
  if (await isUnsubscribed(db, asked.project, addressHash(letter.recipient))) return null
  const [link] = await db
    .select({ expiresAt: surveyLinks.expiresAt, className: registrations.className })
    .from(surveyLinks)
    .innerJoin(registrations, eq(registrations.id, surveyLinks.registrationId))
    .where(eq(surveyLinks.tokenHash, hashOf(letter.token)))
  if (!link) return null
  const unsubscribeUrl = config.publicUrl + paths.unsubscribe(unsubscribeToken(letter.token))
  const told = { ...asked, ...link, surveyUrl: config.publicUrl + paths.survey(letter.token), unsubscribeUrl }
  return {
    ...(await worded(db, letter, (voice) => survey(voice, told), colourOf(asked.project))),
    replyTo: asked.project.contactEmail || undefined,
    headers: oneClick(unsubscribeUrl),
  }
}
