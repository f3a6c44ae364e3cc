import { expect, vi } from 'vitest'
import type { Database } from '../../db/open.ts'
import { letters, registrations } from '../../db/schema.ts'
import { often } from './report.ts'

/** Whoever was answered is in once, nobody else is, and each has one confirmation, which has arrived. */
export async function expectAllIn(db: Database, answered: ReadonlySet<string>, arrived: readonly string[]) {
  const people = (await db.select({ email: registrations.email }).from(registrations)).map(({ email }) => email)
  expect(people.toSorted()).toEqual([...answered].sort())
  const all = await db.select({ id: letters.id, kind: letters.kind, recipient: letters.recipient }).from(letters)
  const confirmations = all.filter(({ kind }) => kind === 'confirmation')
  expect(confirmations.map(({ recipient }) => recipient).sort()).toEqual([...answered].sort())
  const there = new Set(arrived)
  expect(confirmations.filter(({ id }) => !there.has(id))).toEqual([])
}

/** No letter waits any more. */
export async function allPosted(origin: string, seconds: number) {
  await vi.waitUntil(async () => /kopa_letters\{state="waiting"\} 0/.test(await metricsOf(origin)), {
    timeout: seconds * 1000,
    // Among a hundred thousand letters the answer takes a fifth of a second, in which none goes.
    interval: often(500, 5_000),
  })
}

async function metricsOf(origin: string): Promise<string> {
  return await (await fetch(`${origin}/metrics`)).text()
}
