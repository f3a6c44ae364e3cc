import type { DemoMeeting } from '../../db/demo/shapes.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { groupsOf } from '../projects/queries.ts'
import { cancel } from '../registrations/cancel.ts'
import type { Person } from '../registrations/person.ts'
import { register } from '../registrations/register.ts'
import { guests } from './guests.ts'
import type { Life } from './moments.ts'

/** A link goes round, some register within minutes, then it is quiet for days. */
const waveSize = 8

/** The guests register wave by wave, `post` taking their letters; in the end a few of them leave again. */
export async function welcomeGuests(
  db: Database,
  project: Project,
  meeting: Meeting,
  told: Pick<DemoMeeting, 'guests' | 'leave'>,
  life: Life,
  post: (at: Temporal.Instant) => Promise<void>,
): Promise<void> {
  const { asksAge = false } = (await freshMeeting(db, meeting)) ?? {}
  const year = asksAge ? meeting.startsAt.toZonedDateTimeISO(meeting.zone).year : null
  const people = guests(told.guests, await groupsOf(db, project), year)
  const came: { id: string }[] = []
  for (const { wave, at } of wavesOf(people, life)) {
    const outcomes = await Promise.all(
      wave.map((person, i) => register(db, project, meeting, person, at.add({ minutes: i }))),
    )
    came.push(...outcomes.map(({ registration }) => registration))
    await post(at.add({ minutes: waveSize }))
  }
  const leavers = came.filter((_, i) => i % 7 === 3).slice(0, told.leave)
  for (const leaver of leavers) await cancel(db, project, meeting, leaver, life.lastGuestAt)
  await post(life.lastGuestAt)
}

function wavesOf(people: readonly Person[], { waveAt }: Life) {
  const waves = Math.ceil(people.length / waveSize)
  return Array.from({ length: waves }, (_, i) => ({
    wave: people.slice(i * waveSize, (i + 1) * waveSize),
    at: waveAt(i, waves),
  }))
}
