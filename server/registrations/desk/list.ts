import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import type { Answer, Group, Meeting, Registration, WorkshopChoice } from '../../../db/schema.ts'
import { answers, groups, registrations } from '../../../db/schema.ts'
import { cameAmong } from '../../check-ins/queries.ts'
import { type AnswerValue, answerValue } from '../../questions/answer-value.ts'
import { choicesByRegistration } from '../../workshops/queries.ts'
import type { Column } from './columns.ts'
import { foundPage } from './found.ts'
import type { Look } from './look.ts'
import { type Photos, photosOf } from './photos.ts'

export type Listed = {
  registration: Registration
  group: Group | null
  answers: readonly Said[]
  /** Null unless a column shows it. */
  photos: Photos | null
  workshops: readonly Pick<WorkshopChoice, 'slotId' | 'status'>[]
  /** Whether whoever registered is known to have come; only where a column shows it. */
  came: boolean
}
export type Said = Pick<Answer, 'questionId' | 'wordingId'> & { value: AnswerValue }
export type List = { rows: Listed[]; found: number; pages: number }

type OfProject = Pick<Meeting, 'id' | 'projectId'>

const perPage = 200

/** One page of a look. */
export async function listRegistrations(
  db: Reads,
  meeting: OfProject,
  look: Look,
  columns: readonly Column[],
): Promise<List> {
  const { ids, found } = await foundPage(db, meeting, look, perPage)
  return { rows: await rowsOf(db, meeting, ids, columns), found, pages: Math.max(1, Math.ceil(found / perPage)) }
}

/** In the order of their ids, with what the columns say of them, in portions: between them others get their turn. */
export async function rowsOf(
  db: Reads,
  meeting: OfProject,
  ids: readonly string[],
  columns: readonly Column[],
): Promise<Listed[]> {
  const rows: Listed[] = []
  for (let i = 0; i < ids.length; i += 500) {
    if (i > 0) await setImmediate()
    rows.push(...(await someRows(db, meeting, ids.slice(i, i + 500), columns)))
  }
  return rows
}

async function someRows(
  db: Reads,
  meeting: OfProject,
  ids: readonly string[],
  columns: readonly Column[],
): Promise<Listed[]> {
  const read = await db
    .select({ registration: registrations, group: groups })
    .from(registrations)
    .leftJoin(groups, eq(groups.id, registrations.groupId))
    .where(inArray(registrations.id, [...ids]))
  const said = await answersIn(db, ids, columns)
  const people = read.map(({ registration }) => registration)
  const photos = isShown(columns, 'photo.') ? await photosOf(db, meeting, people) : null
  const chosen = isShown(columns, 'workshops') ? await choicesByRegistration(db, people) : null
  const came = isShown(columns, 'came') ? await cameAmong(db, ids) : null
  const byId = new Map(read.map((row) => [row.registration.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const extras = { photos: photos?.get(id) ?? null, workshops: chosen?.get(id) ?? [], came: came?.has(id) ?? false }
    return { ...row, answers: said.get(id) ?? [], ...extras }
  })
}

function isShown(columns: readonly Column[], beginning: string): boolean {
  return columns.some(({ name }) => name.startsWith(beginning))
}

/** To the questions in the columns alone. */
async function answersIn(db: Reads, ids: readonly string[], columns: readonly Column[]): Promise<Map<string, Said[]>> {
  const asked = columns.flatMap((column) => column.asked?.question.id ?? [])
  if (asked.length === 0) return new Map()
  const { registrationId, questionId, wordingId, value } = answers
  const read = await db
    .select({ registrationId, questionId, wordingId, value })
    .from(answers)
    .where(and(inArray(registrationId, [...ids]), inArray(questionId, asked)))
  const said = read.map((answer) => ({ ...answer, value: answerValue(answer) }))
  return Map.groupBy(said, (answer) => answer.registrationId)
}
