import type { Reads } from '../../db/open.ts'
import type { Indicator, Meeting, Project } from '../../db/schema.ts'
import { latestReleases } from '../agenda/queries.ts'
import { isOver } from '../meetings/status.ts'
import type { Attendance } from './attendance.ts'
import { countingOf } from './counting.ts'
import { participantsIn } from './participants.ts'
import { countAnswers, countCommitments } from './queries.ts'
import type { Shown, Tables } from './tables.ts'
import { isSmall } from './totals-kept-back.ts'

/** `number` null: too few people to be shown. `atLeast`: rounded down, so that no small count follows from it. */
export type Reached = { number: number | null; atLeast: boolean }

export type Counts = Indicator['counts']

/** What has been reached by now, of everything that is counted by us. */
export async function reachedIn(
  db: Reads,
  project: Project,
  { meetings, parties }: Attendance,
  { came }: Tables,
  now: Temporal.Instant,
): Promise<Record<Exclude<Counts, 'by-hand'>, Reached>> {
  const { smallest, participant } = countingOf(project)
  const { people, young } = participantsIn(parties, { participant })
  const held = meetings.filter((meeting) => isOver(meeting, now))
  return {
    participants: ofPeople(people, smallest),
    young: youngOf(people, young, came.byBand.totals, smallest),
    attendances: { number: came.all, atLeast: false },
    meetings: exactly(held.length),
    stories: exactly(await storiesTold(db, held)),
    answers: exactly(await countAnswers(db, project)),
    commitments: exactly(await countCommitments(db, project)),
  }
}

function exactly(number: number): Reached {
  return { number, atLeast: false }
}

function ofPeople(people: number, smallest: number): Reached {
  return { number: isSmall(people, smallest) ? null : people, atLeast: false }
}

/**
 * Beside a table by age with something kept back, the exact number of the young would tell it; and beside that of all
 * people, how many are not young: the few who come every time are many in that table.
 */
function youngOf(people: number, young: number, byBand: readonly Shown[], smallest: number): Reached {
  const isFew = isSmall(people - young, smallest)
  if (isSmall(young, smallest) || (!isFew && !byBand.includes(null))) return ofPeople(young, smallest)
  const told = isFew ? people - smallest : young
  const number = told - (told % smallest)
  return number === 0 && young > 0 ? { number: null, atLeast: false } : { number, atLeast: number > 0 }
}

async function storiesTold(db: Reads, meetings: readonly Meeting[]): Promise<number> {
  if (meetings.length === 0) return 0
  const released = [...(await latestReleases(db, meetings)).values()]
  return released.flatMap(({ slots }) => slots).filter(({ type }) => type === 'story').length
}
