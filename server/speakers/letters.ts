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
import { stillTrue } from './still-true.ts'
import type { SpeakerLetter } from './tell.ts'
import { toldOf } from './told.ts'

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
    if (!told || !stillTrue(kind, told, now) || isNoNews(kind, told, letter)) return null
    return {
      ...(await worded(db, letter, (voice) => content(voice, told), colourOf(told.project))),
      replyTo: told.project.contactEmail || undefined,
      ...(await partsOf(db, kind, told, letter, config)),
    }
  }
}

/** It all came back to how it was before anybody heard: at an earlier attempt (this one is counted) they may have. */
function isNoNews(kind: SpeakerLetter, { before, meeting }: SpeakerTold, { attempts }: Letter): boolean {
  return kind === 'speaker-changed' && attempts <= 1 && before !== null && !changesVenue(before, meeting)
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
  const entries = kind === 'speaker-off' ? await formerEntries(db, told, letter) : presentEntries(kind, told)
  if (!method || told.meeting.status === 'draft') return {}
  const own = await ownSequence(db, told.meeting, letter)
  const saidAt = later(letter.queuedAt, told.slot?.confirmedAt ?? letter.queuedAt)
  const guest = { email: letter.recipient, locale: letter.locale }
  const [first, ...further] = entries.map((slot) => ({
    slug: slot.slug,
    part: slotCalendarPart(method, { ...told, whose: told.speaker, slot, saidAt, own }, guest, config),
  }))
  return {
    calendar: first?.part,
    files: further.map(({ slug, part }) => ({ name: `${slug}.ics`, content: part.content })),
  }
}

async function formerEntries(db: Reads, { formerEntry, meeting }: SpeakerTold, { recipient }: Letter) {
  if (!formerEntry) return []
  const kept = [await spokenAt(db, meeting, recipient), await takenPartInAt(db, meeting, recipient)]
  return kept.some((slots) => slots.has(formerEntry.id)) ? [] : [formerEntry]
}

function presentEntries(kind: SpeakerLetter, { slot, slots }: SpeakerTold): ReleasedSlot[] {
  const its = kind === 'speaker-changed' ? slots : slot ? [slot] : []
  return its.flatMap(({ standing, released }) => (standing === 'confirmed' && released ? [released] : []))
}

const methods: Partial<Record<SpeakerLetter, 'REQUEST' | 'CANCEL'>> = {
  'speaker-confirmed': 'REQUEST',
  'speaker-off': 'CANCEL',
  'speaker-changed': 'REQUEST',
  'speaker-postponed': 'REQUEST',
  'speaker-cancelled': 'CANCEL',
}
