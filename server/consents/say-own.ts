import type { Locale } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Consent, Meeting, PhotoChannel, Project, Registration } from '../../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'
import { isKnownText } from './known-text.ts'
import { wordsOf } from './queries.ts'
import { type PhotoWord, sayConsent } from './say-consent.ts'

/** Which channels somebody ticked, in which words and language they were asked. */
export type OwnWord = { ticked: PhotoChannel[]; textVersion: string; locale: Locale }

/**
 * What somebody says of photos of themselves, as often as they like. Whoever is of age says yes or no; everybody else
 * where not to be shown, whatever their guardian said.
 */
export async function sayOwn(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  { ticked, textVersion, locale }: OwnWord,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      if (!isLive(current)) throw new Refusal('guardianship.ended')
      if (!(await isKnownText(tx, project, textVersion))) throw new Refusal('consent.unknown-text')
      const words =
        current.ageBand === 'adult'
          ? meeting.photoChannels.map((channel) => ({ channel, agreed: ticked.includes(channel) }))
          : await objections(tx, current, meeting.photoChannels, ticked)
      await sayConsent(tx, current, words, { by: 'self', locale, textVersion }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** A tick is a no; without one, only a no of before is taken back. */
async function objections(
  tx: Tx,
  registration: Registration,
  channels: readonly PhotoChannel[],
  ticked: readonly PhotoChannel[],
): Promise<PhotoWord[]> {
  const own = (await wordsOf(tx, [registration])).filter(isOwn)
  const objects = (channel: PhotoChannel) => own.findLast((word) => word.channel === channel)?.agreed === false
  return channels
    .filter((channel) => ticked.includes(channel) !== objects(channel))
    .map((channel) => ({ channel, agreed: !ticked.includes(channel) }))
}

export function isOwn({ by, participantId }: Consent): boolean {
  return by === 'self' && participantId === null
}
