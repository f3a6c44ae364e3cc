import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { loadSqliteDriver } from '../../db/drizzle.ts'
import { groupCommit } from '../../db/group-commit.ts'
import { isUnavailable } from '../../db/open.ts'
import { freshFolder, openForTest } from '../database.ts'
import { failing, insert, names } from './cast.ts'

const nothing = { touches: 'nothing' }

test('what waits is committed together, in the order it came', async () => {
  const { writer, queue, commits } = await queueOnFile()
  const order: number[] = []
  const deeds = Array.from({ length: 50 }, (_, n) => async () => order.push(n))
  await Promise.all(deeds.map((deed) => queue.transact(deed, nothing)))
  expect(order).toEqual([...deeds.keys()])
  expect(commits).toHaveLength(1)
  expect(writer.inTransaction).toBe(false)
})

test('nobody is answered before the commit', async () => {
  const { writer, queue } = await queueOnFile()
  const openAtAnswer: boolean[] = []
  const note = () => void openAtAnswer.push(writer.inTransaction)
  await Promise.all([
    queue.transact((tx) => insert(tx, 'ada'), nothing).then(note),
    queue.transact(failing, nothing).catch(note),
    queue.transact((tx) => insert(tx, 'bo'), nothing).then(note),
  ])
  expect(openAtAnswer).toEqual([false, false, false])
})

test('those who were written together are answered a few at a time, in the order they came', async () => {
  const { queue } = await queueOnFile()
  const turns = countTurns()
  const answered: { n: number; turn: number }[] = []
  const deeds = Array.from({ length: 20 }, (_, n) =>
    queue.transact((tx) => insert(tx, `person-${n}`), nothing).then(() => answered.push({ n, turn: turns.now() })),
  )
  await Promise.all(deeds)
  turns.stop()
  expect(answered.map(({ n }) => n)).toEqual([...deeds.keys()])
  const perTurn = [...Map.groupBy(answered, ({ turn }) => turn).values()].map(({ length }) => length)
  expect(Math.max(...perTurn)).toBeLessThanOrEqual(8)
})

test('on a full disk deeds are refused as unavailable, and once there is room it goes on by itself', async () => {
  const { writer, queue } = await queueOnFile()
  const pages = Number(writer.pragma('page_count', { simple: true }))
  writer.pragma(`max_page_count = ${pages}`)
  const many = Array.from({ length: 600 }, (_, n) => queue.transact((tx) => insert(tx, `person-${n}`), nothing))
  const outcomes = await Promise.allSettled(many)
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.filter(({ reason }) => !isUnavailable(reason))).toEqual([])
  expect(await names(loadSqliteDriver().drizzle(writer))).toHaveLength(outcomes.length - refused.length)
  writer.pragma('max_page_count = 100000')
  await expect(queue.transact((tx) => insert(tx, 'ada'), nothing)).resolves.toBeUndefined()
})

test('when the transaction cannot begin, everybody waiting hears so', async () => {
  const { writer, queue } = await queueOnFile()
  writer.pragma('busy_timeout = 1')
  const other = new Sqlite(writer.name)
  other.exec('BEGIN IMMEDIATE')
  const outcomes = await Promise.allSettled([
    queue.transact((tx) => insert(tx, 'ada'), nothing),
    queue.transact((tx) => insert(tx, 'bo'), nothing),
  ])
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && isUnavailable(outcome.reason))).toEqual([
    true,
    true,
  ])
  other.exec('ROLLBACK')
  other.close()
  await expect(queue.transact((tx) => insert(tx, 'ada'), nothing)).resolves.toBeUndefined()
})

/** Turns of the event loop. */
function countTurns() {
  let [turn, isOver] = [0, false]
  const next = () => {
    turn += 1
    if (!isOver) setImmediate(next)
  }
  next()
  return { now: () => turn, stop: () => (isOver = true) }
}

async function queueOnFile() {
  const file = join(freshFolder(), 'kopa.db')
  const db = await openForTest(`sqlite:${file}`)
  await db.close()
  const writer = new Sqlite(file)
  onTestFinished(() => void writer.close())
  const commits: Set<string>[] = []
  const queue = groupCommit(writer, loadSqliteDriver().drizzle(writer), (touched) => void commits.push(touched))
  return { writer, queue, commits }
}
