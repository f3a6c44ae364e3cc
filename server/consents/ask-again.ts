import { and, eq, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import {
  type Guardianship,
  guardianships,
  history,
  type Meeting,
  meetings,
  type Organiser,
  type Project,
  type Registration,
  registrations,
} from '../../db/schema.ts'
import { writeToGuardian } from '../guardianships/ask.ts'
import { record } from '../history.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { tell } from '../registrations/letters/letters.ts'
import { live } from '../registrations/queries.ts'
import { consentsOf } from './consents-of.ts'
import { currentText } from './queries.ts'

export type Behind = { registration: Registration; meeting: Meeting; guardian: Guardianship | null }

/** Those who said yes to other words than are in force now, and whoever answered for them; as long as they are known. */
export async function behindText(db: Reads, project: Project, now: Temporal.Instant): Promise<Behind[]> {
  const rows = await db
    .select({ registration: registrations, meeting: meetings })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .where(
      and(eq(meetings.projectId, project.id), inArray(registrations.status, [...live]), isNotNull(registrations.email)),
    )
  const known = rows.filter(({ meeting }) => Temporal.Instant.compare(forgottenAt(meeting), now) > 0)
  const people = known.map(({ registration }) => registration)
  const consents = await consentsOf(db, project, people)
  const behind = known.filter(({ registration, meeting }) =>
    meeting.photoChannels.some((channel) => consents(registration)[channel] === 'before'),
  )
  const guardians = await answeredFor(db, behind)
  return behind.flatMap((one) => {
    const guardian = guardians.get(one.registration.id) ?? null
    return one.registration.ageBand === 'adult' || guardian ? [{ ...one, guardian }] : []
  })
}

/** Asks each of them again: one letter a person, and only once for each change of the words. */
export async function askAgain(db: Database, project: Project, by: Organiser, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const { version } = await currentText(tx, project)
      if (await wereAsked(tx, project, version)) return
      const behind = await behindText(tx, project, now)
      for (const one of behind) await ask(tx, project, one, now)
      await record(tx, 'consent.asked-again', by, { project }, now, { version, people: String(behind.length) })
    },
    { touches: 'nothing', lock: `consent text ${project.id}` },
  )
}

export async function wereAsked(db: Reads, project: { id: string }, version: string): Promise<boolean> {
  const rows = await db
    .select({ facts: history.facts })
    .from(history)
    .where(and(eq(history.projectId, project.id), eq(history.deed, 'consent.asked-again')))
  return rows.some(({ facts }) => facts.version === version)
}

async function ask(tx: Tx, project: Project, { registration, meeting, guardian }: Behind, now: Temporal.Instant) {
  if (registration.ageBand === 'adult') await tell(tx, 'photos-changed', project, meeting, registration, now)
  else if (guardian) await writeToGuardian(tx, 'photos-again', project, meeting, guardian, now)
}

async function answeredFor(
  db: Reads,
  some: readonly Pick<Behind, 'registration'>[],
): Promise<Map<string, Guardianship>> {
  const found = new Map<string, Guardianship>()
  // A statement takes only so many values.
  for (let i = 0; i < some.length; i += 500) {
    const ids = some.slice(i, i + 500).map(({ registration }) => registration.id)
    const rows = await db
      .select()
      .from(guardianships)
      .where(
        and(
          inArray(guardianships.registrationId, ids),
          isNotNull(guardianships.email),
          isNotNull(guardianships.answeredAt),
        ),
      )
    for (const row of rows) if (row.signedBy !== '') found.set(row.registrationId, row)
  }
  return found
}
