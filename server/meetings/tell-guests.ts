import type { Tx } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { changedFacts, tellAll } from '../registrations/letters/letters.ts'
import { tellSpeakersOf } from '../speakers/meeting-news.ts'
import { tellSpeakersOfChange } from '../speakers/tell-change.ts'
import type { MeetingDay } from './input.ts'
import { isOver } from './status.ts'

export type News = {
  kind: 'changed' | 'postponed' | 'cancelled'
  before: Meeting
  /** As they were before. */
  days: readonly MeetingDay[]
  after: Meeting
}

/** Everybody registered hears of it, with how it was, and so do speakers; but corrections to a meeting long over are no news. */
export async function tellGuests(
  tx: Tx,
  project: Project,
  { kind, before, days, after }: News,
  now: Temporal.Instant,
): Promise<void> {
  if (isOver(before, now) && isOver(after, now)) return
  const facts = { ...changedFacts(before, days), sequence: String(after.sequence) }
  await tellAll(tx, kind, project, after, now, facts)
  if (kind === 'changed') await tellSpeakersOfChange(tx, project, { before, after, facts }, now)
  else await tellSpeakersOf(tx, `speaker-${kind}`, project, after, now)
}
