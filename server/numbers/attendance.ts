import type { Reads } from '../../db/open.ts'
import type { Group, Meeting, Project } from '../../db/schema.ts'
import { bandsInOrder } from './counting.ts'
import { type Party, partiesIn } from './parties.ts'
import { countedMeetings, everyGroup } from './queries.ts'

/** Walk-ins came without having registered, and are among those who came. */
export const measures = ['registered', 'came', 'walkIns'] as const
export type Measure = (typeof measures)[number]

/** So many people of one group and age band at one meeting. */
export type Cell = { meetingId: string; groupId: string | null; band: string | null } & Record<Measure, number>

export type Attendance = { meetings: Meeting[]; groups: Group[]; bands: string[]; cells: Cell[]; parties: Party[] }

/** Who registered and who came, exactly: nothing of it is shown before `numbersOf` has kept back what is too small. */
export async function attendanceOf(db: Reads, project: Project): Promise<Attendance> {
  const meetings = await countedMeetings(db, project)
  const parties = await partiesIn(db, project, meetings)
  const cells = parties.flatMap(cellsOf).filter((cell) => measures.some((measure) => cell[measure] > 0))
  const present = new Set(cells.map(({ groupId }) => groupId))
  return {
    meetings,
    groups: (await everyGroup(db, project)).filter(({ id, retired }) => !retired || present.has(id)),
    bands: bandsInOrder(cells.flatMap(({ band }) => band ?? [])),
    cells,
    parties,
  }
}

/** Of those who come along no age is known. */
function cellsOf({ meetingId, groupId, band, walkIn, registered, came }: Party): Cell[] {
  const walked = (people: number) => (walkIn ? people : 0)
  return [
    { meetingId, groupId, band, registered: registered.self, came: came.self, walkIns: walked(came.self) },
    { meetingId, groupId, band: null, registered: registered.others, came: came.others, walkIns: walked(came.others) },
  ]
}
