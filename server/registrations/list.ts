import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Answer, Group, Registration } from '../../db/schema.ts'
import { answers, groups, registrations } from '../../db/schema.ts'
import { type AnswerValue, answerValue } from '../questions/answer-value.ts'
import type { Column } from './columns.ts'
import { foundIds } from './found.ts'
import type { Look } from './look.ts'

export type Listed = { registration: Registration; group: Group | null; answers: readonly Said[] }
export type Said = Pick<Answer, 'questionId' | 'wordingId'> & { value: AnswerValue }
export type List = { rows: Listed[]; found: number; pages: number }

const perPage = 200

/** One page of a look: whom it finds is asked by id, and only those on the page are read. */
export async function listRegistrations(
  db: Reads,
  meeting: { id: string },
  look: Look,
  columns: readonly Column[],
): Promise<List> {
  const ids = await foundIds(db, meeting, look)
  const start = (look.page - 1) * perPage
  return {
    rows: await rowsOf(db, ids.slice(start, start + perPage), columns),
    found: ids.length,
    pages: Math.max(1, Math.ceil(ids.length / perPage)),
  }
}

/** In the order of their ids, with what the columns say of them, in portions: between them others get their turn. */
export async function rowsOf(db: Reads, ids: readonly string[], columns: readonly Column[]): Promise<Listed[]> {
  const rows: Listed[] = []
  for (let i = 0; i < ids.length; i += 500) {
    if (i > 0) await setImmediate()
    rows.push(...(await someRows(db, ids.slice(i, i + 500), columns)))
  }
  return rows
}

async function someRows(db: Reads, ids: readonly string[], columns: readonly Column[]): Promise<Listed[]> {
  const read = await db
    .select({ registration: registrations, group: groups })
    .from(registrations)
    .leftJoin(groups, eq(groups.id, registrations.groupId))
    .where(inArray(registrations.id, [...ids]))
  const said = await answersIn(db, ids, columns)
  const byId = new Map(read.map((row) => [row.registration.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? { ...row, answers: said.get(id) ?? [] } : []
  })
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
