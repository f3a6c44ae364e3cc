import { setImmediate } from 'node:timers/promises'
import type { Database as Connection } from 'better-sqlite3'
import type { Database, Tx } from './open.ts'

/** Runs a deed and says how its promise settles, once that is certain. */
type Job = { attempt: () => Promise<() => void>; reject: (reason: unknown) => void; touches: string }

/** More in one commit gains nothing (performance.md, "Writes") and keeps the others waiting. */
const atOnce = 128

/** Milliseconds after which whoever only reads has a turn, in the midst of what is written together. */
const longestTurn = 1

/** So many are answered per turn of the event loop: each answer makes work for which readers would wait. */
const answeredAtOnce = 8

/** So many turns without a newcomer mean that nobody more is coming just now. */
const quietTurns = 3

/**
 * The queue of SQLite's writes: whatever waits is committed together, each deed in a savepoint of its own.
 * Nothing is answered before the commit, not even a deed that threw: its reason may lie in a neighbour's rows.
 */
export function groupCommit(writer: Connection, tx: Tx, committed: (touched: Set<string>) => void) {
  const statements = prepare(writer)
  const waiting: Job[] = []
  let draining: Promise<void> | undefined

  const transact: Database['transact'] = (deed, reach) =>
    new Promise((resolve, reject) => {
      const attempt = async () => {
        const value = await deed(tx)
        return () => resolve(value)
      }
      waiting.push({ attempt, reject, touches: reach.touches })
      draining ??= drain()
    })

  async function drain() {
    while (waiting.length > 0) {
      await gather()
      await commit(waiting.splice(0, atOnce))
    }
    draining = undefined
  }

  /** Node takes one new connection per turn of its loop: a crowd on its way in shows only over several turns. */
  async function gather() {
    for (let quiet = 0; quiet < quietTurns && waiting.length < atOnce; quiet++) {
      const before = waiting.length
      await setImmediate()
      if (waiting.length > before) quiet = -1
    }
  }

  async function commit(batch: Job[]) {
    const touched = new Set<string>()
    const settle: (() => void)[] = []
    try {
      statements.begin.run()
      let turn = performance.now()
      for (const job of batch) {
        settle.push(await inSavepoint(job, touched))
        if (performance.now() - turn < longestTurn) continue
        await setImmediate()
        turn = performance.now()
      }
      statements.commit.run()
    } catch (error) {
      if (writer.inTransaction) statements.rollback.run()
      for (const job of batch) job.reject(error)
      return
    }
    committed(touched)
    await answerEach(settle)
  }

  async function answerEach(settle: (() => void)[]) {
    for (const [i, answer] of settle.entries()) {
      if (i > 0 && i % answeredAtOnce === 0) await setImmediate()
      answer()
    }
  }

  async function inSavepoint(job: Job, touched: Set<string>): Promise<() => void> {
    statements.savepoint.run()
    try {
      const resolve = await job.attempt()
      statements.release.run()
      touched.add(job.touches)
      return resolve
    } catch (error) {
      // On a full disk SQLite undoes the whole transaction by itself: then nobody in it was served.
      if (!writer.inTransaction) throw error
      statements.undo.run()
      statements.release.run()
      return () => job.reject(error)
    }
  }

  return { transact, idle: async () => draining }
}

function prepare(writer: Connection) {
  return {
    begin: writer.prepare('BEGIN IMMEDIATE'),
    commit: writer.prepare('COMMIT'),
    rollback: writer.prepare('ROLLBACK'),
    savepoint: writer.prepare('SAVEPOINT deed'),
    undo: writer.prepare('ROLLBACK TO deed'),
    release: writer.prepare('RELEASE deed'),
  }
}
