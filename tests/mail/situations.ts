import { expect } from 'vitest'
import { type Locale, locales } from '../../db/languages.ts'
import type { Tx } from '../../db/open.ts'
import type { Letter, Meeting, Project, Registration } from '../../db/schema.ts'
import { letters, registrations } from '../../db/schema.ts'
import type { Written } from '../../server/mail/written.ts'
import { changedFacts, registrationWriters } from '../../server/registrations/letters/letters.ts'
import type { RegistrationLetter } from '../../server/registrations/letters/overtaking.ts'
import { now, world } from '../world.ts'
import { config } from './config.ts'

export type Situation = {
  kind: RegistrationLetter
  status: Registration['status']
  /** What the letter tells the person's calendar. */
  calendar: 'REQUEST' | 'CANCEL' | null
  meeting?: Partial<Meeting>
  /** How the meeting was before. */
  before?: Partial<Meeting>
  facts?: Record<string, string>
}

const before: Partial<Meeting> = {
  startsAt: Temporal.Instant.from('2026-12-11T16:00:00Z'),
  endsAt: Temporal.Instant.from('2026-12-11T18:00:00Z'),
  title: { lv: 'Vecais nosaukums', en: 'The old title' },
  placeName: { lv: 'Vecā vieta', en: 'The old place' },
  onlineUrl: 'https://example.org/old',
}
const postponed = { ...before, status: 'postponed' } as const

/** Every letter about a registration, in each state in which it can be written. */
export const situations: Situation[] = [
  { kind: 'confirmation', status: 'confirmed', calendar: 'REQUEST' },
  { kind: 'waiting', status: 'waiting', calendar: null },
  { kind: 'offer', status: 'offered', calendar: null },
  { kind: 'already', status: 'confirmed', calendar: null },
  { kind: 'already', status: 'waiting', calendar: null },
  { kind: 'already', status: 'offered', calendar: null },
  { kind: 'changed', status: 'confirmed', calendar: 'REQUEST', before },
  { kind: 'changed', status: 'waiting', calendar: null, before },
  { kind: 'changed', status: 'offered', calendar: null, before: postponed },
  { kind: 'changed', status: 'confirmed', calendar: 'REQUEST', meeting: { status: 'postponed' }, before: postponed },
  { kind: 'postponed', status: 'confirmed', calendar: 'REQUEST', meeting: { status: 'postponed' }, before },
  { kind: 'postponed', status: 'waiting', calendar: null, meeting: { status: 'postponed' } },
  { kind: 'cancelled', status: 'confirmed', calendar: 'CANCEL', meeting: { status: 'cancelled' } },
  { kind: 'cancelled', status: 'waiting', calendar: null, meeting: { status: 'cancelled' } },
  { kind: 'left', status: 'cancelled', calendar: 'CANCEL', facts: { was: 'confirmed' } },
  { kind: 'left', status: 'cancelled', calendar: null, facts: { was: 'waiting' } },
  { kind: 'lapsed', status: 'lapsed', calendar: null },
  { kind: 'resized', status: 'confirmed', calendar: null, facts: { seats: '3', adults: '0' } },
]

export type Result = { locale: Locale; letter: Letter; written: Written }

/** The letter of a situation as it is written out to people who read these languages. */
export async function writtenIn(situation: Situation, wanted: readonly Locale[]): Promise<Result[]> {
  const { db, project, kickoff } = await world({
    accessNotes: { lv: 'Ieeja no pagalma.', en: 'Entrance from the yard.' },
    onlineUrl: 'https://example.org/meet',
    ...situation.meeting,
  })
  const old = { ...kickoff, ...situation.before }
  const facts = { ...(situation.before ? changedFacts(old, [old]) : {}), ...situation.facts }
  const rows = await db.transact(
    async (tx) => {
      const queued: Letter[] = []
      for (const locale of wanted) queued.push(await queueTo(tx, { ...situation, facts }, project, kickoff, locale))
      return queued
    },
    { touches: 'nothing' },
  )
  const write = registrationWriters[situation.kind]
  return await Promise.all(
    rows.map(async (letter) => {
      const written = (await write(db, letter, { config, now })) ?? expect.unreachable('overtaken')
      return { locale: letter.locale, letter, written }
    }),
  )
}

async function queueTo(tx: Tx, { kind, status, facts }: Situation, project: Project, meeting: Meeting, locale: Locale) {
  const email = `${locale}@example.org`
  const row = {
    meetingId: meeting.id,
    arrival: locales.indexOf(locale) + 1,
    name: 'Noor the Registered',
    email,
    emailKey: email,
    locale,
    status,
    statusAt: now,
    heldUntil: status === 'offered' ? now.add({ hours: 24 }) : null,
    createdAt: now,
  }
  const [registration = expect.unreachable()] = await tx.insert(registrations).values(row).returning()
  const about = { projectId: project.id, meetingId: meeting.id, registrationId: registration.id }
  const [letter = expect.unreachable()] = await tx
    .insert(letters)
    .values({
      kind,
      ...about,
      recipient: email,
      recipientKey: email,
      locale,
      facts,
      token: 'secret',
      queuedAt: now,
      dueAt: now,
    })
    .returning()
  return letter
}
