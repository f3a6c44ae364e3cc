import type { Reads } from '../../../db/open.ts'
import type { Letter } from '../../../db/schema.ts'
import type { Told } from '../../../views/letters/told.ts'
import type { MailConfig } from '../../config.ts'
import type { Written } from '../../mail/written.ts'
import { asFiles, type Change, workshopParts } from '../../workshops/calendar-parts.ts'
import { insideOf, knownWorkshops } from '../../workshops/known.ts'
import type { RegistrationLetter } from './overtaking.ts'

/** Workshops go where their meeting goes, in people's calendars too: an entry each, as files of the meeting's letter. */
export async function workshopFiles(
  db: Reads,
  kind: RegistrationLetter,
  told: Told,
  letter: Letter,
  config: MailConfig,
): Promise<NonNullable<Written['files']>> {
  if (!told.inCalendar) return []
  return asFiles(await workshopParts(db, told, letter, await changesWith(db, kind, letter), config))
}

/** `workshops` of a letter's facts: those that ended with the place. */
async function changesWith(db: Reads, kind: RegistrationLetter, { registrationId, facts }: Letter): Promise<Change[]> {
  const registration = { id: registrationId ?? '' }
  if (kind === 'left') return (facts.workshops ?? '').split(' ').filter(Boolean).map(goes)
  if (kind === 'cancelled') return (await knownWorkshops(db, registration)).map(goes)
  if (kind === 'changed' || kind === 'postponed') return (await insideOf(db, registration)).map(moves)
  return []
}

function goes(slotId: string): Change {
  return { slotId, method: 'CANCEL' }
}

function moves(slotId: string): Change {
  return { slotId, method: 'REQUEST' }
}
