import { and, eq, inArray } from '../../../db/drizzle.ts'
import { type Localised, locales } from '../../../db/languages.ts'
import type { Reads, Tx } from '../../../db/open.ts'
import type { Letter, Meeting, Project, Registration } from '../../../db/schema.ts'
import { registrations } from '../../../db/schema.ts'
import type { LetterContent } from '../../../views/letters/frame.ts'
import { afterMove } from '../../../views/letters/moved.ts'
import { photosChanged } from '../../../views/letters/photos-changed.ts'
import {
  already,
  cancelled,
  changed,
  confirmation,
  lapsed,
  left,
  offer,
  postponed,
  waiting,
} from '../../../views/letters/registration.ts'
import { guardianUnknown, held, invited, refused, requested } from '../../../views/letters/requests.ts'
import { resized } from '../../../views/letters/resized.ts'
import { stillComing } from '../../../views/letters/still-coming.ts'
import type { Told } from '../../../views/letters/told.ts'
import { colourOf } from '../../../views/page.ts'
import type { Say } from '../../../views/say.ts'
import { worded } from '../../mail/worded.ts'
import type { Writer } from '../../mail/written.ts'
import type { MeetingDay } from '../../meetings/input.ts'
import { live } from '../queries.ts'
import { calendarPart } from './calendar-part.ts'
import { doorPicture } from './door-picture.ts'
import { type RegistrationLetter, stillTrue } from './overtaking.ts'
import { raiseSequences } from './raise-sequences.ts'
import { tellEach } from './tell-each.ts'
import { toldOf } from './told.ts'
import { workshopFiles } from './workshop-files.ts'

/** Queues a letter to one person; somebody without an address gets none. Returns whether one was needed. */
export async function tell(
  tx: Tx,
  kind: RegistrationLetter,
  project: Project,
  meeting: Meeting,
  registration: Registration,
  now: Temporal.Instant,
  facts: Record<string, string> = {},
): Promise<boolean> {
  return (await tellEach(tx, kind, project, meeting, [registration], now, facts)) > 0
}

/** Queues a letter to everybody whose registration is live. */
export async function tellAll(
  tx: Tx,
  kind: RegistrationLetter,
  project: Project,
  meeting: Meeting,
  now: Temporal.Instant,
  facts: Record<string, string> = {},
): Promise<void> {
  await raiseSequences(tx, meeting)
  const people = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), inArray(registrations.status, [...live])))
    .orderBy(registrations.arrival)
  // A statement takes only so many values.
  for (let i = 0; i < people.length; i += 500) {
    await tellEach(tx, kind, project, meeting, people.slice(i, i + 500), now, facts)
  }
}

/** The meeting as it is before a change, kept for the letter that will say "it was". */
export function changedFacts(before: Meeting, days: readonly MeetingDay[]): Record<string, string> {
  return {
    startsAt: before.startsAt.toString(),
    endsAt: before.endsAt.toString(),
    days: JSON.stringify(days.map(({ startsAt, endsAt }) => [startsAt, endsAt])),
    zone: before.zone,
    ...(before.allDay ? { allDay: 'yes' } : {}),
    status: before.status,
    title: inOrder(before.title),
    placeName: inOrder(before.placeName),
    accessNotes: inOrder(before.accessNotes),
    address: before.address,
    onlineUrl: before.onlineUrl,
  }
}

/** How each letter is written when it is posted. */
export const registrationWriters: Record<RegistrationLetter, Writer> = {
  confirmation: writer('confirmation', confirmation),
  waiting: writer('waiting', waiting),
  offer: writer('offer', offer),
  already: writer('already', already),
  changed: writer('changed', changed),
  postponed: writer('postponed', postponed),
  cancelled: writer('cancelled', cancelled),
  left: writer('left', left),
  lapsed: writer('lapsed', lapsed),
  requested: writer('requested', requested),
  refused: writer('refused', refused),
  held: writer('held', held),
  invited: writer('invited', invited),
  resized: writer('resized', resized),
  'still-coming': writer('still-coming', stillComing),
  'guardian-unknown': writer('guardian-unknown', guardianUnknown),
  'photos-changed': writer('photos-changed', photosChanged),
}

function writer(kind: RegistrationLetter, content: (say: Say, told: Told) => LetterContent): Writer {
  return async (db, letter, { config, now }) => {
    const told = await toldOf(db, letter, config.publicUrl)
    if (!told || !stillTrue(kind, told.meeting, told.registration, now) || isNoNews(letter, told)) return null
    const guest = { email: letter.recipient, locale: letter.locale }
    const from = await leftBehind(db, letter, config.publicUrl)
    const inWords = (voice: Say) => (from ? afterMove(voice, content(voice, told), from.told) : content(voice, told))
    const gone = from && calendarPart('left', from.told, guest, config)
    return {
      ...(await worded(db, letter, inWords, colourOf(told.project))),
      replyTo: told.project.contactEmail || undefined,
      calendar: calendarPart(kind, told, guest, config),
      pictures: kind === 'confirmation' ? await doorPicture(told) : [],
      files: [
        ...(gone ? [{ name: 'cancelled.ics', content: gone.content }] : []),
        ...(from ? await workshopFiles(db, 'left', from.told, from.letter, config) : []),
        ...(await workshopFiles(db, kind, told, letter, config)),
      ],
    }
  }
}

/** The registration at another meeting that an organiser moved here. */
async function leftBehind(db: Reads, { facts, ...letter }: Letter, publicUrl: string) {
  const { movedFrom, movedWas = '', movedWorkshops = '' } = facts
  if (!movedFrom) return null
  const there = { ...letter, kind: 'left', registrationId: movedFrom }
  const goodbye = { ...there, facts: { was: movedWas, workshops: movedWorkshops } }
  const told = await toldOf(db, goodbye, publicUrl)
  return told && { told, letter: goodbye }
}

/** Not once something else may have been heard: at an earlier attempt (this one is counted), or in a letter before. */
function isNoNews({ kind, facts, attempts }: Letter, told: Told): boolean {
  if (attempts > 1) return false
  if (kind === 'resized') return facts.seats === String(told.registration.seats)
  return kind === 'changed' && !facts.heard && isAsBefore(facts, told)
}

/** Whether it all came back to how it was; a meeting that is on again is news even then. */
function isAsBefore(facts: Record<string, string>, { meeting, days }: Told): boolean {
  if (facts.status === 'postponed' && meeting.status !== 'postponed') return false
  return Object.entries({ ...changedFacts(meeting, days), status: facts.status }).every(
    ([name, fact]) => facts[name] === fact,
  )
}

function inOrder(text: Localised): string {
  return JSON.stringify(Object.fromEntries(locales.flatMap((locale) => (text[locale] ? [[locale, text[locale]]] : []))))
}
