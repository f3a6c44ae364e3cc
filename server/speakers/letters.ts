import { framed, type LetterContent } from '../../views/letters/frame.ts'
import {
  speakerCancelled,
  speakerConfirmed,
  speakerInvitation,
  speakerOff,
  speakerPostponed,
  speakerReminder,
} from '../../views/letters/speaker.ts'
import type { SpeakerTold } from '../../views/letters/speaker-told.ts'
import { colourOf } from '../../views/page.ts'
import { type Say, say } from '../../views/say.ts'
import type { MailConfig } from '../config.ts'
import { later } from '../later.ts'
import { inOwnWords } from '../mail/in-own-words.ts'
import type { Writer, Written } from '../mail/written.ts'
import { slotCalendarPart } from './calendar-part.ts'
import { stillTrue } from './still-true.ts'
import type { SpeakerLetter } from './tell.ts'
import { toldOf } from './told.ts'

/** How each letter to a speaker is written when it is posted. */
export const speakerWriters: Record<SpeakerLetter, Writer> = {
  'speaker-invitation': writer('speaker-invitation', speakerInvitation),
  'speaker-reminder': writer('speaker-reminder', speakerReminder),
  'speaker-confirmed': writer('speaker-confirmed', speakerConfirmed),
  'speaker-off': writer('speaker-off', speakerOff),
  'speaker-postponed': writer('speaker-postponed', speakerPostponed),
  'speaker-cancelled': writer('speaker-cancelled', speakerCancelled),
}

function writer(kind: SpeakerLetter, content: (say: Say, told: SpeakerTold) => LetterContent): Writer {
  return async (db, letter, { config, now }) => {
    const told = await toldOf(db, letter, config.publicUrl)
    if (!told || !stillTrue(kind, told, now)) return null
    const guest = { email: letter.recipient, locale: letter.locale }
    return {
      ...framed(say(letter.locale), inOwnWords(content(say(letter.locale), told), letter), colourOf(told.project)),
      replyTo: told.project.contactEmail || undefined,
      calendar: partOf(kind, told, letter.queuedAt, guest, config),
    }
  }
}

/** No calendar part before their yes is confirmed, nor before the public knows the slot: its times may still move. */
function partOf(
  kind: SpeakerLetter,
  told: SpeakerTold,
  queuedAt: Temporal.Instant,
  guest: Parameters<typeof slotCalendarPart>[2],
  config: MailConfig,
): Written['calendar'] {
  const method = methods[kind]
  const entry = kind === 'speaker-off' ? told.formerEntry : told.slot?.standing === 'confirmed' && told.slot.released
  if (!method || !entry || told.meeting.status === 'draft') return undefined
  const saidAt = later(queuedAt, told.slot?.confirmedAt ?? queuedAt)
  return slotCalendarPart(method, { ...told, slot: entry, saidAt }, guest, config)
}

const methods: Partial<Record<SpeakerLetter, 'REQUEST' | 'CANCEL'>> = {
  'speaker-confirmed': 'REQUEST',
  'speaker-off': 'CANCEL',
  'speaker-postponed': 'REQUEST',
  'speaker-cancelled': 'CANCEL',
}
