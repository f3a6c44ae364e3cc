import type { Reads } from '../../db/open.ts'
import type { Group, Indicator, Meeting, Project } from '../../db/schema.ts'
import { attendanceOf } from './attendance.ts'
import { type Counts, countingOf } from './counting.ts'
import { participantsIn } from './participants.ts'
import { indicatorsOf } from './queries.ts'
import { type Reached, reachedIn } from './reached.ts'
import { type Tables, tablesOf } from './tables.ts'

export type Aim = { indicator: Indicator; reached: Reached }

export type Numbers = {
  counting: Counts
  meetings: Meeting[]
  groups: Group[]
  tables: Tables
  participants: Reached
  young: Reached
  /** Some of the participants count at each meeting they came to: nothing says any more that they are the same. */
  someAnew: boolean
  aims: Aim[]
}

/** All numbers of a project as they may be shown to anybody: none is so small that it points at a person. */
export async function numbersOf(db: Reads, project: Project, now: Temporal.Instant): Promise<Numbers> {
  const counting = countingOf(project)
  const attendance = await attendanceOf(db, project)
  const tables = tablesOf(attendance, counting.smallest)
  const reached = await reachedIn(db, project, attendance, tables, now)
  const { meetings, groups, parties } = attendance
  return {
    ...{ counting, meetings, groups, tables },
    ...{ participants: reached.participants, young: reached.young },
    someAnew: participantsIn(parties, counting).anew > 0,
    aims: (await indicatorsOf(db, project)).map((indicator) => ({ indicator, reached: reachedBy(indicator, reached) })),
  }
}

function reachedBy({ counts, reached }: Indicator, counted: Awaited<ReturnType<typeof reachedIn>>): Reached {
  return counts === 'by-hand' ? { number: reached ?? 0, atLeast: false } : counted[counts]
}
