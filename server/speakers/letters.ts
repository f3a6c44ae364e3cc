import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import type { LetterContent } from '../../views/letters/frame.ts'
import {
  speakerCancelled,
  speakerChanged,
  speakerConfirmed,
  speakerInvitation,
  speakerOff,
  speakerPostponed,
  speakerReminder,
} from '../../views/letters/speaker.ts'
import type { SpeakerTold } from '../../views/letters/speaker-told.ts'
import { colourOf } from '../../views/page.ts'
import type { Say } from '../../views/say.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { ownSequence } from '../calendar/own-sequence.ts'
import { spokenAt, takenPartInAt } from '../calendar/own-slots.ts'
import type { MailConfig } from '../config.ts'
import { later } from '../later.ts'
import { worded } from '../mail/worded.ts'
import type { Writer, Written } from '../mail/written.ts'
import { changesVenue } from '../meetings/changes.ts'
import { slotCalendarPart } from './calendar-part.ts'
import { isReckonedWith } from './standings.ts'
import { stillTrue } from './still-true.ts'
import type { SpeakerLetter } from './tell.ts'
import { toldOf } from './told.ts'
import { toldAlready } from './told-already.ts'

/** How each letter to a speaker is written when it is posted. */
export const speakerWriters: Record<SpeakerLetter, Writer> = {
  'speaker-invitation': writer('speaker-invitation', speakerInvitation),
  'speaker-reminder': writer('speaker-reminder', speakerReminder),
  'speaker-confirmed': writer('speaker-confirmed', speakerConfirmed),
  'speaker-off': writer('speaker-off', speakerOff),
  'speaker-changed': writer('speaker-changed', speakerChanged),
  'speaker-postponed': writer('speaker-postponed', speakerPostponed),
  'speaker-cancelled': writer('speaker-cancelled', speakerCancelled),
}

function writer(kind: SpeakerLetter, content: (say: Say, told: SpeakerTold) => LetterContent): Writer {
  return async (db, letter, { config, now }) => {
    const told = await toldOf(db, letter, config.publicUrl)
    if (!told || !stillTrue(kind, told, now)) return null
    if (kind === 'speaker-changed' && (await isNoNews(db, told, letter, config, now))) return null
    return {
      ...(await worded(db, letter, (voice) => content(voice, told), colourOf(told.project))),
      replyTo: told.project.contactEmail || undefined,
      ...(await partsOf(db, kind, told, letter, config)),
    }
  }
}

/** It all came back to how it was, or letters about the agenda have said it; an earlier attempt may have been heard. */
async function isNoNews(
  db: Reads,
  { before, meeting, slots }: SpeakerTold,
  letter: Letter,
  { publicUrl }: MailConfig,
  now: Temporal.Instant,
): Promise<boolean> {
  const isOnAgain = before?.status !== meeting.status
  if (letter.attempts <= 1 && before && !isOnAgain && !changesVenue(before, meeting)) return true
  const told = await toldAlready(db, letter, publicUrl, now)
  const its = slots.filter((slot) => slot.released && isReckonedWith(slot))
  return its.length > 0 && its.every(({ slotId }) => told.has(slotId))
}

/**
 * No calendar part before their yes is confirmed, nor before the public knows the slot: its times may still move. And no
 * CANCEL to an address that has the slot's entry from somebody else still.
 */
async function partsOf(
  db: Reads,
  kind: SpeakerLetter,
  told: SpeakerTold,
  letter: Letter,
  config: MailConfig,
): Promise<Pick<Written, 'calendar' | 'files'>> {
  const method = methods[kind]
  if (!method || told.meeting.status === 'draft') return {}
  const entries = kind === 'speaker-off' ? await formerEntries(db, told, letter) : presentEntries(kind, told)
  const own = await ownSequence(db, told.meeting, letter)
  const saidAt = later(letter.queuedAt, told.slot?.confirmedAt ?? letter.queuedAt)
  const guest = { email: letter.recipient, locale: letter.locale }
  const said = { ...told, whose: told.speaker, saidAt, own }
  const [first, ...further] = entries.map(({ slot, isUnsure }) => ({
    name: `${slot.slug}.ics`,
    part: slotCalendarPart(method, { ...said, slot, isUnsure }, guest, config),
  }))
  return { calendar: first?.part, files: further.map(({ name, part }) => ({ name, content: part.content })) }
}

type Entered = { slot: ReleasedSlot & { withdrawn?: boolean }; isUnsure: boolean }

/** Of a change each of their slots is told, of the rest the one that the letter is about. */
function presentEntries(kind: SpeakerLetter, { slot: about, entries }: SpeakerTold): Entered[] {
  const its = entries.filter(({ slotId }) => kind === 'speaker-changed' || slotId === about?.slotId)
  return its.flatMap(({ released: slot, standing }) => (slot ? [{ slot, isUnsure: standing === 'invited' }] : []))
}

async function formerEntries(
  db: Reads,
  { formerEntry: slot, meeting }: SpeakerTold,
  { recipient }: Letter,
): Promise<Entered[]> {
  if (!slot) return []
  const kept = [await spokenAt(db, meeting, recipient), await takenPartInAt(db, meeting, recipient)]
  return kept.some((slots) => slots.has(slot.id)) ? [] : [{ slot, isUnsure: false }]
}

const methods: Partial<Record<SpeakerLetter, 'REQUEST' | 'CANCEL'>> = {
  'speaker-confirmed': 'REQUEST',
  'speaker-off': 'CANCEL',
  'speaker-changed': 'REQUEST',
  'speaker-postponed': 'REQUEST',
  'speaker-cancelled': 'CANCEL',
}
