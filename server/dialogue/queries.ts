import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, given, inArray, isNotNull, isNull, ne, or, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { meetings, memberships, type Organiser, organisers, type Project, voices, voiceVotes } from '../../db/schema.ts'
import type { Item } from './item.ts'

type Of = Pick<Project, 'id'>

/** Every question that was not answered aloud, and every idea; those that ask the same as another count there. */
const isItem = and(ne(voices.status, 'merged'), or(isNull(voices.spokenAt), isNotNull(voices.answeredAt)))

/** All items of a project, the most wanted first. */
export async function itemsOf(db: Reads, project: Of): Promise<Item[]> {
  return await itemsWhere(db, project, isItem)
}

/** What is given to one answerer, and nothing else. */
export async function itemsGivenTo(db: Reads, project: Of, { id }: { id: string }): Promise<Item[]> {
  return await itemsWhere(db, project, and(isItem, eq(voices.status, 'shown'), eq(voices.answererId, id)))
}

export async function itemOf(db: Reads, project: Of, id: string): Promise<Item | null> {
  const [found] = await itemsWhere(db, project, and(isItem, eq(voices.id, id)))
  return found ?? null
}

/** What everybody may read: shown, and of a meeting that everybody sees, or of the wall. */
export async function publicItemsOf(db: Reads, project: Of): Promise<Item[]> {
  return await mostWantedFirst(db, project, await prepared(db, publicItems).execute({ project: project.id }))
}

function publicItems(db: Reads) {
  const seen = or(isNull(voices.meetingId), ne(meetings.status, 'draft'))
  return withAnswerers(db, and(eq(voices.projectId, given('project')), isItem, eq(voices.status, 'shown'), seen))
}

async function itemsWhere(db: Reads, project: Of, wanted: SQL | undefined): Promise<Item[]> {
  return await mostWantedFirst(db, project, await withAnswerers(db, and(eq(voices.projectId, project.id), wanted)))
}

function withAnswerers(db: Reads, wanted: SQL | undefined) {
  const member = and(eq(memberships.organiserId, voices.answererId), eq(memberships.projectId, voices.projectId))
  return db
    .select({ voice: voices, meeting: meetings, answerer: organisers })
    .from(voices)
    .leftJoin(meetings, eq(meetings.id, voices.meetingId))
    .leftJoin(memberships, and(member, inArray(memberships.role, mayAnswer)))
    .leftJoin(organisers, eq(organisers.id, memberships.organiserId))
    .where(wanted)
    .orderBy(desc(voices.createdAt), asc(voices.id))
}

async function mostWantedFirst(db: Reads, project: Of, rows: Omit<Item, 'votes'>[]): Promise<Item[]> {
  if (rows.length === 0) return []
  const votes = await votesIn(db, project)
  const items = rows.map((row) => ({ ...row, votes: votes.get(row.voice.id) ?? 0 }))
  return items.toSorted((one, other) => other.votes - one.votes)
}

const mayAnswer = ['owner', 'organiser', 'answerer'] as const

/** How many want to hear of each; a browser that voted for two that ask the same counts once. */
async function votesIn(db: Reads, project: Of): Promise<Map<string, number>> {
  const about = sql<string>`coalesce(${voices.mergedInto}, ${voices.id})`
  const rows = await db
    .select({ about, votes: sql<number>`count(distinct ${voiceVotes.voterHash})`.mapWith(Number) })
    .from(voiceVotes)
    .innerJoin(voices, eq(voices.id, voiceVotes.voiceId))
    .where(eq(voices.projectId, project.id))
    .groupBy(about)
  return new Map(rows.map((row) => [row.about, row.votes]))
}

/** Who may be given something to answer. */
export async function answerersOf(db: Reads, project: Of): Promise<Organiser[]> {
  const rows = await db
    .select({ organiser: organisers })
    .from(memberships)
    .innerJoin(organisers, eq(organisers.id, memberships.organiserId))
    .where(and(eq(memberships.projectId, project.id), inArray(memberships.role, mayAnswer)))
    .orderBy(asc(memberships.role), asc(organisers.name), asc(organisers.id))
  return rows.map(({ organiser }) => organiser)
}
