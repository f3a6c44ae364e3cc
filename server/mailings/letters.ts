import { eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Letter, type Mailing, mailings, meetings, projects, type Registration } from '../../db/schema.ts'
import { message, type Reader, testOf } from '../../views/letters/message.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import type { Say } from '../../views/say.ts'
import { worded } from '../mail/worded.ts'
import type { Writer, Written } from '../mail/written.ts'
import { daysOf, type Found } from '../meetings/queries.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { toldOf } from '../registrations/letters/told.ts'
import { isLive } from '../registrations/queries.ts'
import { unsubscribeToken } from '../unsubscribe/links.ts'
import { addressHash, isUnsubscribed } from '../unsubscribe/unsubscribed.ts'

/** In the words of an organiser; not to somebody who has left, or wants no more news, since it was queued. */
export const messageLetter: Writer = async (db, letter, { config }) => {
  const mailing = await startedMailing(db, letter)
  if (!mailing || !letter.token) return null
  const told = await toldOf(db, letter, config.publicUrl)
  if (!told?.registration.email) return null
  if (letter.facts.live && !isLive(told.registration)) return null
  if (mailing.kind === 'about') return await written(db, mailing, told, letter, null)
  if (await isUnsubscribed(db, told.project, addressHash(letter.recipient))) return null
  return await written(db, mailing, told, letter, config.publicUrl + paths.unsubscribe(unsubscribeToken(letter.token)))
}

/** The letter as that person would get it, but for their links. */
export async function previewOf(
  db: Reads,
  { project, meeting }: Found,
  mailing: Mailing,
  person: Registration,
  publicUrl: string,
): Promise<Written> {
  const reader = await readerOf(db, { project, meeting }, publicUrl + paths.mine('…'), person)
  const link = mailing.kind === 'news' ? publicUrl + paths.unsubscribe('…') : null
  return await written(db, mailing, reader, { projectId: project.id, locale: person.locale, words: null }, link)
}

/** To the organiser who writes it: marked as a test, and without anybody's link. */
export const testLetter: Writer = async (db, letter, { config }) => {
  const [found] = await db
    .select({ mailing: mailings, meeting: meetings, project: projects })
    .from(mailings)
    .innerJoin(meetings, eq(meetings.id, mailings.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(mailings.id, letter.facts.mailing ?? ''))
  if (!found) return null
  const reader = await readerOf(db, found, config.publicUrl + paths.meeting(found.project, found.meeting), null)
  const { mailing, project } = found
  const content = (voice: Say) => testOf(voice, message(voice, reader, mailing, null))
  return {
    ...(await worded(db, letter, content, colourOf(project))),
    replyTo: project.contactEmail || undefined,
  }
}

async function readerOf(db: Reads, { project, meeting }: Found, manageUrl: string, registration: Registration | null) {
  const days = await daysOf(db, meeting)
  return { project, meeting, days, registration, manageUrl, forgottenAt: forgottenAt(meeting) }
}

async function written(
  db: Reads,
  mailing: Mailing,
  told: Reader,
  letter: InWords,
  unsubscribeUrl: string | null,
): Promise<Written> {
  const content = (voice: Say) => message(voice, told, mailing, unsubscribeUrl)
  return {
    ...(await worded(db, letter, content, colourOf(told.project))),
    replyTo: told.project.contactEmail || undefined,
    ...(unsubscribeUrl === null ? {} : { headers: oneClick(unsubscribeUrl) }),
  }
}

type InWords = Pick<Letter, 'projectId' | 'locale' | 'words'>

/** RFC 8058 3.1 */
export function oneClick(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

async function startedMailing(db: Reads, { mailingId }: Pick<Letter, 'mailingId'>): Promise<Mailing | null> {
  const [found] = await db
    .select()
    .from(mailings)
    .where(eq(mailings.id, mailingId ?? ''))
  return found && !found.stoppedAt ? found : null
}
