import { and, asc, eq, given, inArray, isNotNull, isNull, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Given, prepared, preparedForAll } from '../../db/prepared.ts'
import { type Material, type Meeting, materials, meetings, type Project, projects, slots } from '../../db/schema.ts'
import { latestReleases } from '../agenda/queries.ts'
import { withheldSlots } from '../slides/queries.ts'

/** What a material is of: a meeting, or the project as a whole. */
export type Place = { project: Project; meeting: Meeting | null }
export type PlacedMaterial = Place & { material: Material }

/** All of a meeting, or those of the project that belong to no meeting, in their order. */
export async function materialsOf(db: Reads, { project, meeting }: Place): Promise<Material[]> {
  const its = meeting ? eq(materials.meetingId, meeting.id) : isNull(materials.meetingId)
  return await inOrder(db, and(eq(materials.projectId, project.id), its))
}

function inOrder(db: Reads, which: ReturnType<typeof and>) {
  return db.select().from(materials).where(which).orderBy(asc(materials.position), asc(materials.id))
}

/** What everybody may see of these meetings and, with `project`, of the project as a whole. */
export async function publicMaterials(
  db: Reads,
  project: Pick<Project, 'id'>,
  of: readonly Pick<Meeting, 'id'>[],
  further: 'their own' | 'and the project’s' = 'their own',
): Promise<Material[]> {
  const ids = of.map(({ id }) => id)
  const published = further === 'their own' ? publishedOf : publishedOfAll
  const rows = await preparedForAll(db, ids, published).execute({ project: project.id })
  if (rows.every(({ slotId }) => slotId === null)) return rows
  const shown = await slotsShown(db, project, of)
  return rows.filter(({ slotId }) => slotId === null || shown.has(slotId))
}

const publishedOf = (db: Reads, meetings: Given[]) =>
  inOrder(
    db,
    and(
      eq(materials.projectId, given('project')),
      isNotNull(materials.publishedAt),
      inArray(materials.meetingId, meetings),
    ),
  )

const publishedOfAll = (db: Reads, meetings: Given[]) =>
  inOrder(
    db,
    and(
      eq(materials.projectId, given('project')),
      isNotNull(materials.publishedAt),
      or(inArray(materials.meetingId, meetings), isNull(materials.meetingId)),
    ),
  )

export async function materialsOfSlot(
  db: Reads,
  project: Pick<Project, 'id'>,
  meeting: Pick<Meeting, 'id'>,
  slot: { id: string },
): Promise<Material[]> {
  return (await publicMaterials(db, project, [meeting])).filter(({ slotId }) => slotId === slot.id)
}

/** Of released agendas, without those that a guardian's missing yes withholds. */
async function slotsShown(
  db: Reads,
  project: Pick<Project, 'id'>,
  of: readonly Pick<Meeting, 'id'>[],
): Promise<Set<string>> {
  if (of.length === 0) return new Set()
  const released = [...(await latestReleases(db, of)).values()].flatMap(({ slots }) => slots.map(({ id }) => id))
  return new Set(released).difference(await withheldSlots(db, project, ...of))
}

export async function materialWithPlace(db: Reads, id: string): Promise<PlacedMaterial | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings, material: materials })
    .from(materials)
    .innerJoin(projects, eq(projects.id, materials.projectId))
    .leftJoin(meetings, eq(meetings.id, materials.meetingId))
    .where(eq(materials.id, id))
  return found ?? null
}

export async function isForEverybody(db: Reads, { project, meeting, material }: PlacedMaterial): Promise<boolean> {
  if (!project.publishedAt || meeting?.status === 'draft' || !material.publishedAt) return false
  const shown = await publicMaterials(db, project, meeting ? [meeting] : [], 'and the project’s')
  return shown.some(({ id }) => id === material.id)
}

/** Whether any material or slides of a project are published, roughly: what its page of them shows is asked there. */
export async function hasMaterials(db: Reads, project: Pick<Project, 'id'>): Promise<boolean> {
  const [material] = await prepared(db, anyMaterial).execute({ project: project.id })
  if (material) return true
  const [slides] = await prepared(db, anySlides).execute({ project: project.id })
  return slides !== undefined
}

const anyMaterial = (db: Reads) =>
  db
    .select({ id: materials.id })
    .from(materials)
    .where(and(eq(materials.projectId, given('project')), isNotNull(materials.publishedAt)))
    .limit(1)

const anySlides = (db: Reads) =>
  db
    .select({ id: slots.id })
    .from(slots)
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .where(and(eq(meetings.projectId, given('project')), isNotNull(slots.slidesPublishedAt)))
    .limit(1)
