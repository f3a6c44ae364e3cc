import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forgetCopies } from '../../server/retention/forget-copies.ts'
import { freshFolder } from '../database.ts'
import { now } from '../world.ts'

const days = (number: number) => now.subtract({ hours: 24 * number })

test('what migrations and restores put aside goes after 30 days, and nothing else does', async () => {
  const folder = freshFolder()
  const put = (name: string, written: Temporal.Instant) => {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), written.epochMilliseconds / 1000, written.epochMilliseconds / 1000)
  }
  const [month, week] = [days(31), days(7)]
  for (const name of ['kopa.db', 'kopa.db-wal', 'other.db-before-0001_change', 'kopa.db-before', 'erased.log'])
    put(name, month)
  put('kopa.db-before-0001_change', month)
  put('kopa.db-before-0002_change', week)
  for (const part of ['', '-wal', '-shm']) put(`kopa.db-replaced-${month.epochMilliseconds}${part}`, month)
  for (const one of [month, week])
    mkdirSync(join(folder, `replaced-${one.epochMilliseconds}`, 'slides'), { recursive: true })
  put('kopa.db-snapshot-77', month)
  // Written last a year ago, replaced last week.
  put(`kopa.db-replaced-${week.epochMilliseconds}`, days(365))
  const databaseUrl = `sqlite:${join(folder, 'kopa.db')}`
  for (const _ of ['once', 'again']) await forgetCopies({ databaseUrl, dataDir: folder }, now)
  expect(readdirSync(folder).sort()).toEqual(
    [
      ...['kopa.db', 'kopa.db-wal', 'other.db-before-0001_change', 'kopa.db-before', 'erased.log'],
      ...[
        `replaced-${week.epochMilliseconds}`,
        'kopa.db-before-0002_change',
        `kopa.db-replaced-${week.epochMilliseconds}`,
      ],
    ].sort(),
  )
  await forgetCopies({ databaseUrl: 'sqlite:/nowhere/kopa.db', dataDir: '/nowhere' }, now)
  await forgetCopies({ databaseUrl: 'postgres://localhost/kopa', dataDir: '/nowhere' }, now)
})
