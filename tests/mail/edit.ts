import { expect } from 'vitest'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { freshMeeting } from '../../server/meetings/queries.ts'

type There = { db: Database; project: Project; kickoff: Meeting; owner: Organiser }

/** As an organiser saves the form of the meeting (of one day) as it is now, with some fields changed. */
export async function edit(there: There, changes: Partial<Meeting>, now: Temporal.Instant): Promise<Meeting> {
  const { db, project, owner } = there
  const meeting = await current(there)
  const { startsAt, endsAt, ...details } = { ...meeting, ...changes }
  return await editMeeting(db, project, meeting, { ...details, days: [{ startsAt, endsAt }] }, owner, now)
}

export async function shift(there: There, hours: number, now: Temporal.Instant): Promise<Meeting> {
  const { startsAt, endsAt } = await current(there)
  return await edit(there, { startsAt: startsAt.add({ hours }), endsAt: endsAt.add({ hours }) }, now)
}

export async function current({ db, kickoff }: Pick<There, 'db' | 'kickoff'>): Promise<Meeting> {
  return (await freshMeeting(db, kickoff)) ?? expect.unreachable()
}
