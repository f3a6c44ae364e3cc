import { and, desc, eq, lte } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { history, type Meeting, type Project, releases } from '../../db/schema.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { tellRelease } from './tell-release.ts'

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }

/** While a meeting is postponed nobody hears of its agenda; once it is on again, they hear of everything since. */
export async function tellWhatWasHeldBack(tx: Tx, where: Where, now: Temporal.Instant): Promise<void> {
  const { quietMinutes } = (await freshMeeting(tx, where.meeting)) ?? notFound()
  const postponed = await postponedAt(tx, where.meeting)
  // What was released just before was not told any more either.
  if (postponed) await tellRelease(tx, where, await lastBefore(tx, where.meeting, postponed, quietMinutes), now)
}

async function postponedAt(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Temporal.Instant | null> {
  const [last] = await db
    .select({ at: history.at })
    .from(history)
    .where(and(eq(history.meetingId, meeting.id), eq(history.deed, 'meeting.postponed')))
    .orderBy(desc(history.at))
    .limit(1)
  return last?.at ?? null
}

async function lastBefore(db: Reads, meeting: Pick<Meeting, 'id'>, at: Temporal.Instant, quietMinutes: number) {
  const [last] = await db
    .select({ version: releases.version })
    .from(releases)
    .where(and(eq(releases.meetingId, meeting.id), lte(releases.releasedAt, at.subtract({ minutes: quietMinutes }))))
    .orderBy(desc(releases.version))
    .limit(1)
  return last?.version ?? 0
}
