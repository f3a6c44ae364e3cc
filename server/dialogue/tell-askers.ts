import { and, eq, inArray, isNotNull, isNull, lte, or } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { letters, type Project, type Voice, voices } from '../../db/schema.ts'
import { onceOf, queueLetters } from '../mail/queue.ts'

const kind = 'voice-answered'

/** Those who asked it, also in other words, and have not been told: once each, and their address is forgotten. */
export async function tellAskers(
  tx: Tx,
  project: Pick<Project, 'id'>,
  voice: Pick<Voice, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const untold = and(sameAs(voice), isNotNull(voices.email))
  const asked = await tx.select().from(voices).where(untold).orderBy(voices.createdAt, voices.id)
  const queued = asked.map(({ id, email, locale }) => ({
    ...{ kind, projectId: project.id, voiceId: id, recipient: email ?? '', locale },
    facts: { answered: voice.id },
    once: onceOf(kind, id),
  }))
  await queueLetters(tx, queued, now)
  await tx.update(voices).set({ email: null }).where(untold)
}

/** An answer was taken back before its letters went: those who asked wait for the next one, with their address. */
export async function letAskersWait(tx: Tx, voice: Pick<Voice, 'id'>, now: Temporal.Instant): Promise<void> {
  const ids = (await tx.select({ id: voices.id }).from(voices).where(sameAs(voice))).map(({ id }) => id)
  const onItsWay = and(isNull(letters.sentAt), or(isNull(letters.endedAt), eq(letters.ending, 'overtaken')))
  const unclaimed = or(isNull(letters.claimedUntil), lte(letters.claimedUntil, now))
  const unsaid = await tx
    .delete(letters)
    .where(and(eq(letters.kind, kind), inArray(letters.voiceId, ids), onItsWay, unclaimed))
    .returning()
  for (const { voiceId, recipient } of unsaid)
    await tx
      .update(voices)
      .set({ email: recipient })
      .where(eq(voices.id, voiceId ?? ''))
}

function sameAs({ id }: Pick<Voice, 'id'>) {
  return or(eq(voices.id, id), eq(voices.mergedInto, id))
}
