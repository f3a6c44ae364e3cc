import type { Reads } from '../../db/open.ts'
import type { Commitment, Meeting, Project } from '../../db/schema.ts'
import { promisesFor } from '../commitments/queries.ts'
import { isOver } from '../meetings/status.ts'
import { type Item, todayIn } from './item.ts'
import { publicItemsOf } from './queries.ts'

export type AnsweredPart = { meeting: Meeting | null; answered: Item[]; open: Item[] }
/** `promises`: by the id of what they came of. */
export type AnswersShown = {
  project: Project
  today: string
  parts: AnsweredPart[]
  promises: ReadonlyMap<string | null, Commitment[]>
}

/** What everybody reads: what was answered, and what is still owed, the youngest meeting first and the wall last. */
export async function answersShown(db: Reads, project: Project, now: Temporal.Instant): Promise<AnswersShown> {
  const items = await publicItemsOf(db, project)
  const parts = [...Map.groupBy(items, ({ meeting }) => meeting?.id)].map(([, its]) => ({
    meeting: its[0]?.meeting ?? null,
    answered: its.filter(({ voice }) => voice.answeredAt),
    open: its.filter((item) => isOwed(item, now)),
  }))
  const full = parts.filter(({ answered, open }) => answered.length + open.length > 0)
  return {
    project,
    today: todayIn(project, now),
    parts: full.toSorted(youngestFirst),
    promises: await promisesOf(db, project, items),
  }
}

async function promisesOf(db: Reads, project: Project, items: readonly Item[]) {
  const ids = items.map(({ voice }) => voice.id)
  const made = await promisesFor(db, project, ids)
  const seen = made.filter(({ publishedAt }) => publishedAt !== null)
  return Map.groupBy(seen, ({ voiceId }) => voiceId)
}

/** While a meeting runs, its questions are the room's; ideas stand on the wall until somebody has a date for them. */
function isOwed({ voice, meeting }: Item, now: Temporal.Instant): boolean {
  return voice.answeredAt === null && (voice.dueOn !== null || (meeting !== null && isOver(meeting, now)))
}

function youngestFirst(one: AnsweredPart, other: AnsweredPart): number {
  if (!one.meeting || !other.meeting) return one.meeting ? -1 : 1
  return Temporal.Instant.compare(other.meeting.startsAt, one.meeting.startsAt)
}
