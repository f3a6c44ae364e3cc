import { isDeepStrictEqual } from 'node:util'
import { eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Group, Organiser, Project } from '../../db/schema.ts'
import { groups } from '../../db/schema.ts'
import { record } from '../history.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { offerFreedPlaces, takesOffers } from '../registrations/places/waiting-list.ts'
import { writableProject } from './writable.ts'

export type GroupRow = Pick<Group, 'name'> & { id?: string; adult?: boolean }

/**
 * The groups to choose from, in this order. One left out is retired, not deleted: somebody belongs to it, or is just
 * filling in the form in which it still stood. The places kept for it are offered to those who wait.
 */
export async function setGroups(
  db: Database,
  project: Project,
  rows: GroupRow[],
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const set = async (tx: Tx) => {
    const { id: projectId } = await writableProject(tx, project)
    const known = await tx.select().from(groups).where(eq(groups.projectId, projectId))
    const kept = new Set<string>()
    for (const [position, row] of rows.entries()) {
      const same = sameGroup(known, row, kept)
      const said = { name: row.name, adult: row.adult, position }
      if (same)
        await tx
          .update(groups)
          .set({ ...said, retired: false })
          .where(eq(groups.id, same.id))
      else await tx.insert(groups).values({ ...said, projectId })
      if (same) kept.add(same.id)
    }
    const left = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    await tx.update(groups).set({ retired: true }).where(inArray(groups.id, left))
    await record(tx, 'project.edited', by, { project }, now, { part: 'groups' })
  }
  await db.transact(set, { touches: project.id, lock: project.id })
  await offerFreedByGroups(db, project, now)
}

/** Each meeting under its own lock: nothing else counts its places meanwhile. */
async function offerFreedByGroups(db: Database, project: Project, now: Temporal.Instant): Promise<void> {
  for (const meeting of await meetingsOf(db, project)) {
    if (!takesOffers(meeting, now)) continue
    await db.transact((tx) => offerFreedPlaces(tx, project, meeting, now), { touches: project.id, lock: meeting.id })
  }
}

/** By its id, else by its name: sending a form with a new group twice adds it once. */
function sameGroup(known: Group[], row: GroupRow, kept: Set<string>): Group | undefined {
  const left = known.filter(({ id }) => !kept.has(id))
  return left.find(({ id }) => id === row.id) ?? left.find(({ name }) => isDeepStrictEqual(name, row.name))
}
