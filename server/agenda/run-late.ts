import { eq } from '../../db/drizzle.ts'
import { type Localised, locales } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, releases } from '../../db/schema.ts'
import { say } from '../../views/say.ts'
import { Refusal } from '../refusal.ts'
import { rowsOf } from './adjust-slot.ts'
import { applied } from './applied.ts'
import { changeWithin } from './change-draft.ts'
import { type DraftAgenda, releasedAgenda } from './queries.ts'
import type { Released } from './release.ts'
import { release } from './release-agenda.ts'
import { dayNow, delayed, delayedRelease } from './running-late.ts'
import { timetable } from './timetable.ts'

/** How much later, or (negative) earlier again; `once` marks one showing of the form: sent twice, it is done once. */
export type Delay = { minutes: number; once?: string | undefined }

/**
 * Puts off what is still to come today, in the draft and for everybody, as a release that nobody is written to about.
 * What else has been drafted stays a draft. The number of the new release, or null when there was nothing to put off.
 */
export async function runLate(
  db: Database,
  project: Project,
  meeting: Meeting,
  { minutes, once }: Delay,
  by: Organiser,
  now: Temporal.Instant,
): Promise<number | null> {
  return await db.transact(
    async (tx) => {
      if (once && (await isMade(tx, once))) return null
      const previous = (await releasedAgenda(tx, meeting)) ?? refuse('agenda.late-unreleased')
      const { done } = await changeWithin(tx, { project, meeting }, by, now, async (_, draft) => {
        const day = dayNow(draft.days, meeting.zone, now) ?? refuse('agenda.late-not-today')
        const rows = rowsOf(draft, delayed(day, draft.slots, minutes, now))
        const slots = ofDay(day, previous, draft, applied(draft, rows), minutes, now)
        return { result: slots, changes: { about: meeting.id, title: titleOf(minutes), rows } }
      })
      return await release(tx, { project, meeting }, done ?? previous.slots, by, now, {
        lateMinutes: minutes,
        id: once,
      })
    },
    { touches: project.id, lock: meeting.id },
  )
}

type Day = DraftAgenda['days'][number]

/** The release with what it has on that day put off, and the rest as it was. */
function ofDay(
  day: Day,
  { slots }: Released,
  draft: DraftAgenda,
  after: DraftAgenda,
  minutes: number,
  now: Temporal.Instant,
) {
  const next = draft.days.find(({ startsAt }) => Temporal.Instant.compare(startsAt, day.startsAt) > 0)
  const isOfDay = ({ startsAt }: { startsAt: string }) =>
    !next || Temporal.Instant.compare(Temporal.Instant.from(startsAt), next.startsAt) < 0
  const timed = (of: DraftAgenda) => new Map(timetable(of.days, of.slots).map((slot) => [slot.id, slot]))
  const [known, shifted] = [timed(draft), timed(after)]
  return slots.flatMap((slot) => (isOfDay(slot) ? delayedRelease([slot], known, shifted, minutes, now) : [slot]))
}

async function isMade(tx: Tx, id: string): Promise<boolean> {
  const made = await tx.select({ id: releases.id }).from(releases).where(eq(releases.id, id))
  return made.length > 0
}

function titleOf(minutes: number): Localised {
  return Object.fromEntries(locales.map((locale) => [locale, say(locale)('agenda.late-by', { minutes })]))
}

function refuse(key: 'agenda.late-unreleased' | 'agenda.late-not-today'): never {
  throw new Refusal(key)
}
