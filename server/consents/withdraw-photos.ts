import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import { record } from '../history.ts'
import { participantsOf } from '../parties/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'
import { consentsOf } from './consents-of.ts'
import { currentText } from './queries.ts'
import { sayConsent } from './say-consent.ts'

/**
 * Notes for somebody, and for all they bring along, that no photo may show them, as they or a guardian told an organiser:
 * by telephone, or when no link works. A yes is only ever their own to say.
 */
export async function withdrawPhotos(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      if (!isLive(current)) throw new Refusal('guardianship.ended')
      const [{ version: textVersion }, consents] = [
        await currentText(tx, project),
        await consentsOf(tx, project, [current]),
      ]
      const saying = { by: 'organiser', organiserId: by.id, locale: current.locale, textVersion } as const
      let isNews = false
      for (const one of [undefined, ...(await participantsOf(tx, current))]) {
        const open = meeting.photoChannels.filter((channel) => consents(current, one)[channel] !== 'no')
        const words = open.map((channel) => ({ channel, agreed: false }))
        await sayConsent(tx, current, words, { ...saying, participantId: one?.id ?? null }, now)
        isNews ||= words.length > 0
      }
      if (isNews) await record(tx, 'consent.withdrawn', by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}
