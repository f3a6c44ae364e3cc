import { and, eq, exists, inArray, isNotNull, isNull, lt, notExists, or, sql } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { letters, placeSteps, type Registration, registrations } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { forgetLastLetters, forgetUnansweredGuardians } from '../guardianships/forget.ts'
import { removeAnswerFiles } from '../questions/forget.ts'
import { forgetRegistrations } from './forget-registrations.ts'
import { keptUnanswered } from './kept-until.ts'

/** So long a letter is tried to be posted, and a day more. */
const keptForLetters = { hours: 96 }

/**
 * Forgets whoever never said yes: those invited by name who let it lapse, young people whose guardian did not answer in
 * time, and those guardians; and children who left before their place was sure. A day later nothing of them is known; of
 * a letter on its way they still get to hear.
 */
export async function forgetUnanswered(db: Database, files: FileStore, now: Temporal.Instant): Promise<void> {
  const gone = await db.transact(
    async (tx) => {
      await forgetUnansweredGuardians(tx, now.subtract(keptUnanswered))
      await forgetLastLetters(tx, now.subtract(keptForLetters))
      const due = await neverAnswered(tx, now)
      return await forgetRegistrations(
        tx,
        due.map(({ id }) => id),
      )
    },
    { touches: 'nothing' },
  )
  await removeAnswerFiles(files, gone)
}

async function neverAnswered(db: Reads, now: Temporal.Instant): Promise<{ id: string }[]> {
  const { id, name, status, statusAt, ageBand } = registrations
  const onItsWay = db
    .select({ yes: sql`1` })
    .from(letters)
    .where(and(eq(letters.registrationId, id), isNull(letters.sentAt), isNull(letters.endedAt)))
  const isDue = or(lt(statusAt, now.subtract(keptForLetters)), notExists(onItsWay))
  const letLapse = and(eq(status, 'lapsed'), exists(stepsOf(db, ['held', 'invited'])))
  const neverSure = and(
    eq(ageBand, 'child'),
    inArray(status, ['lapsed', 'cancelled', 'refused']),
    notExists(stepsOf(db, ['confirmed'])),
  )
  return await db
    .select({ id })
    .from(registrations)
    .where(and(isNotNull(name), lt(statusAt, now.subtract(keptUnanswered)), isDue, or(letLapse, neverSure)))
}

function stepsOf(db: Reads, states: Registration['status'][]) {
  return db
    .select({ yes: sql`1` })
    .from(placeSteps)
    .where(and(eq(placeSteps.registrationId, registrations.id), inArray(placeSteps.status, states)))
}
