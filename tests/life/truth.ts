import { expect } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { meetings, registrations, slotSpeakers, speakers, workshopChoices } from '../../db/schema.ts'
import { releasedAgenda } from '../../server/agenda/queries.ts'
import { meetingEntry, slotEntry } from '../../server/calendar/entry.ts'
import { calendarClient, type Shown, shownOf } from '../mail/calendar-client.ts'
import { config } from '../mail/config.ts'
import { filesIn } from './heard.ts'
import { asRead, ownFeeds } from './own-feeds.ts'
import type { Stage } from './stage.ts'

/** Everybody's calendar, fed with all they were written, in order and otherwise, holds what is so, as their feeds say. */
export async function expectTruth(here: Stage, otherwise: Order = backAndForth): Promise<void> {
  for (const [email, letters] of Map.groupBy(here.office.received, ({ to }) => to[0] ?? '')) {
    const files = letters.flatMap(({ mail }) => filesIn(mail))
    const calendar = fed(email, files)
    expect(calendar.entries(), email).toEqual(await truthFor(here, email))
    expect(calendar.stale(), email).toBe(0)
    expect(fed(email, otherwise(files)).entries(), email).toEqual(calendar.entries())
    for (const entry of await ownFeeds(here, email)) {
      const held = calendar.entries()[entry.uid]
      if (held || entry.status !== 'CANCELLED') expect(shownOf(entry), email).toEqual(held)
      expect(entry.sequence, email).toBeGreaterThanOrEqual(calendar.sequences()[entry.uid] ?? 0)
    }
  }
}

type Order = (files: readonly string[]) => readonly string[]

function backAndForth(files: readonly string[]): string[] {
  return [...files.toReversed(), ...files]
}

function fed(email: string, files: readonly string[]) {
  const calendar = calendarClient(email)
  for (const file of files) calendar.receive(file)
  return calendar
}

/** What an address is to have in its calendar, as the files on the pages say it too. */
export async function truthFor(here: Stage, email: string): Promise<Record<string, Shown>> {
  const { db, project, kickoff } = here
  const all = (await db.select().from(meetings)).filter(({ status }) => status !== 'cancelled')
  const places = await placesOf(here, email)
  const entries = all
    .filter(({ id }) => places.has(id))
    .map((meeting) => meetingEntry(project, meeting, 'en', config.publicUrl))
  const meeting = all.find(({ id }) => id === kickoff.id)
  const agenda = meeting && (await releasedAgenda(db, meeting))
  const ids = await slotsOf(here, email)
  const slots = (agenda?.slots ?? []).filter(({ id }) => ids.has(id))
  if (meeting) entries.push(...slots.map((slot) => slotEntry(project, meeting, slot, 'en', config.publicUrl)))
  return Object.fromEntries(entries.map((entry) => [entry.uid, shownOf(asRead(entry))]))
}

/** The meetings at which they have a place. */
async function placesOf({ db }: Stage, email: string): Promise<Set<string>> {
  const all = await db.select().from(registrations).where(eq(registrations.emailKey, email))
  return new Set(all.filter(({ status }) => status === 'confirmed').map(({ meetingId }) => meetingId))
}

/** Those they speak in or are asked to, and workshops they take part in. */
async function slotsOf({ db }: Stage, email: string): Promise<Set<string>> {
  const spoken = await db
    .select({ id: slotSpeakers.slotId, standing: slotSpeakers.standing })
    .from(slotSpeakers)
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(eq(speakers.email, email))
  const chosen = await db
    .select({ id: workshopChoices.slotId, status: workshopChoices.status })
    .from(workshopChoices)
    .innerJoin(registrations, eq(registrations.id, workshopChoices.registrationId))
    .where(eq(registrations.emailKey, email))
  const speaks = spoken.filter(({ standing }) => standing !== 'planned' && standing !== 'declined')
  return new Set([...speaks, ...chosen.filter(({ status }) => status === 'in')].map(({ id }) => id))
}
