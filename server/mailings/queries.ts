import { and, count, desc, eq, inArray, isNotNull, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Letter, Mailing, Meeting } from '../../db/schema.ts'
import { letters, mailings } from '../../db/schema.ts'

/** Newest first. */
export async function mailingsOf(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Mailing[]> {
  return await db
    .select()
    .from(mailings)
    .where(eq(mailings.meetingId, meeting.id))
    .orderBy(desc(mailings.createdAt), desc(mailings.id))
}

export async function mailingOf(db: Reads, meeting: Pick<Meeting, 'id'>, id: string): Promise<Mailing | null> {
  const [found] = await db
    .select()
    .from(mailings)
    .where(and(eq(mailings.meetingId, meeting.id), eq(mailings.id, id)))
  return found ?? null
}

/** Started, and not all of its letters in the outbox yet: perhaps because the server stopped in between. */
export async function halfQueued(db: Reads): Promise<Mailing[]> {
  const { startedAt, queuedAt, stoppedAt } = mailings
  return await db
    .select()
    .from(mailings)
    .where(and(isNotNull(startedAt), isNull(queuedAt), isNull(stoppedAt)))
    .orderBy(startedAt)
}

/** How far each has come, by how many letters. Of one whose letters are forgotten by now, nothing is known. */
export type Progress = Record<'sent' | 'bounced' | 'waiting' | 'failed' | 'overtaken' | 'dropped', number>

export async function progressOf(db: Reads, some: readonly Pick<Mailing, 'id'>[]): Promise<Map<string, Progress>> {
  const ids = some.map(({ id }) => id)
  const { mailingId, ending } = letters
  const [isSent, isBounced] = [isNotNull(letters.sentAt), isNotNull(letters.bouncedAt)]
  const rows = await db
    .select({
      mailingId,
      ending,
      sent: isSent.mapWith(Boolean),
      bounced: isBounced.mapWith(Boolean),
      count: count(),
    })
    .from(letters)
    .where(inArray(mailingId, ids))
    .groupBy(mailingId, ending, isSent, isBounced)
  const progress = new Map(ids.map((id) => [id, { ...none }]))
  for (const row of rows) {
    const its = progress.get(row.mailingId ?? '')
    if (its) its[stateOf(row)] += row.count
  }
  return progress
}

/** Those that an organiser may have to do something about: they reached nobody. */
export async function unreached(db: Reads, mailing: Pick<Mailing, 'id'>): Promise<Letter[]> {
  const { mailingId, ending, bouncedAt } = letters
  const [failed, bounced] = await Promise.all(
    [eq(ending, 'failed'), isNotNull(bouncedAt)].map((is) =>
      db
        .select()
        .from(letters)
        .where(and(eq(mailingId, mailing.id), is))
        .limit(shown),
    ),
  )
  return [...new Map([...(failed ?? []), ...(bounced ?? [])].map((letter) => [letter.id, letter])).values()]
}

const shown = 50
const none: Progress = { sent: 0, bounced: 0, waiting: 0, failed: 0, overtaken: 0, dropped: 0 }

function stateOf({ sent, bounced, ending }: { sent: boolean; bounced: boolean; ending: Letter['ending'] }) {
  if (bounced) return 'bounced'
  return sent ? 'sent' : (ending ?? 'waiting')
}
