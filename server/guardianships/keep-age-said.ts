import type { Tx } from '../../db/open.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { isKnownText } from '../consents/known-text.ts'
import { sayConsent } from '../consents/say-consent.ts'
import type { AgeSaid } from './age-form.ts'
import { askGuardian } from './ask.ts'

/** What somebody said of photos, and whom they named to be asked. */
export async function keepAgeSaid(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  registration: Registration,
  { guardianEmail, photos = [], photosText = '', photosLocale = registration.locale }: Partial<AgeSaid>,
  now: Temporal.Instant,
): Promise<void> {
  if (photos.length > 0 && (await isKnownText(tx, project, photosText))) {
    const saying = { by: 'self', locale: photosLocale, textVersion: photosText } as const
    await sayConsent(tx, registration, photos, saying, now)
  }
  if (guardianEmail) await askGuardian(tx, project, meeting, registration, guardianEmail, now)
}
