import { asc, desc, eq } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import type { Meeting, Registration } from '../../../db/schema.ts'
import { groups, letters, organisers, participants, placeSteps } from '../../../db/schema.ts'
import { answersOf } from '../../inbound/taken-in.ts'
import { stepsOf } from '../../mail/outbox/log.ts'
import { queuePosition } from '../queries.ts'
import type { Column } from './columns.ts'
import { rowsOf } from './list.ts'

/** All that organisers see of one registration, beside what its columns say. */
export async function oneRegistration(
  db: Reads,
  meeting: Meeting,
  registration: Registration,
  columns: readonly Column[],
) {
  const [row] = await rowsOf(db, meeting, [registration.id], columns)
  return {
    row,
    position: await queuePosition(db, registration),
    people: await participantsOf(db, registration),
    steps: await placeStepsOf(db, registration),
    log: await logOf(db, registration),
    calendarAnswers: await answersOf(db, registration),
  }
}

async function participantsOf(db: Reads, { id }: { id: string }) {
  return await db
    .select()
    .from(participants)
    .where(eq(participants.registrationId, id))
    .orderBy(asc(participants.position))
}

/** How it came to stand as it does, and who did what; nobody: themselves, or the clock. */
async function placeStepsOf(db: Reads, { id }: { id: string }) {
  return await db
    .select({ step: placeSteps, group: groups, organiser: { name: organisers.name } })
    .from(placeSteps)
    .leftJoin(groups, eq(groups.id, placeSteps.groupId))
    .leftJoin(organisers, eq(organisers.id, placeSteps.organiserId))
    .where(eq(placeSteps.registrationId, id))
    .orderBy(asc(placeSteps.number))
}

/** Newest first. */
async function logOf(db: Reads, { id }: { id: string }) {
  const about = await db
    .select()
    .from(letters)
    .where(eq(letters.registrationId, id))
    .orderBy(desc(letters.queuedAt), desc(letters.id))
  return { letters: about, steps: await stepsOf(db, about) }
}

export type One = Awaited<ReturnType<typeof oneRegistration>>
