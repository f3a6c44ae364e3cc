import { chmodSync, existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { freshFolder, openForTest } from '../database.ts'
import { add } from '../db/cast.ts'
import { openMailbox } from '../mailbox.ts'
import { startServer } from '../server.ts'
import { run } from './run.ts'

test('all is well beside a running server', async () => {
  const { env, url } = place()
  await openForTest(url)
  const { code, output, complaints } = await run('doctor', [], env)
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' })
  for (const line of ['server: running', 'journal wal, synchronous full', 'integrity: ok', 'migrations: up to date'])
    expect(output).toContain(line)
  expect(output).not.toContain('NOT OK')
})

test('before the first start nothing is wrong, and nothing is made', async () => {
  const { env, file } = place()
  expect(await run('doctor', [], env)).toMatchObject({ code: 0, output: expect.stringContaining('does not exist yet') })
  expect(existsSync(file)).toBe(false)
})

test('a damaged file is found', async () => {
  const { env, file } = place()
  writeFileSync(file, 'no database at all '.repeat(100))
  const { code, output } = await run('doctor', [], env)
  expect(code).toBe(1)
  expect(output).toMatch(/NOT OK {2}contents: .*not a database.*npm run restore/)
})

test('rows that refer to nothing are found', async () => {
  const { env, file, url } = place()
  const db = await openForTest(url)
  await add(db, 'ada')
  await db.close()
  const connection = new Sqlite(file)
  connection.pragma('foreign_keys = OFF')
  connection.exec("INSERT INTO sessions (id_hash, organiser_id, created_at, expires_at) VALUES ('x', 'nobody', 1, 2)")
  connection.close()
  expect(await run('doctor', [], env)).toMatchObject({
    code: 1,
    output: expect.stringContaining('NOT OK  references: 1 rows refer'),
  })
})

test('a database of another version is found', async () => {
  const { env, file, url } = place()
  await (await openForTest(url)).close()
  const connection = new Sqlite(file)
  connection.exec("INSERT INTO kopa_migrations VALUES ('9999_future', 'x')")
  connection.close()
  expect(await run('doctor', [], env)).toMatchObject({
    code: 1,
    output: expect.stringContaining('NOT OK  migrations: '),
  })
})

test('copies that keep people’s data too long are found', async () => {
  const { env, file, url } = place()
  await (await openForTest(url)).close()
  const copy = `${file}-before-0001_change`
  writeFileSync(copy, '')
  expect(await run('doctor', [], env)).toMatchObject({ code: 0 })
  utimesSync(copy, 0, 0)
  expect(await run('doctor', [], env)).toMatchObject({
    code: 1,
    output: expect.stringContaining('Delete kopa.db-before-0001_change'),
  })
})

test('a mail server that answers is well, and hears of no letter; one that is not there is found', async () => {
  const { env } = place()
  const mailbox = await openMailbox()
  const there = await run('doctor', [], { ...env, SMTP_URL: mailbox.smtpUrl })
  expect(there).toMatchObject({ code: 0, output: expect.stringMatching(/^ok {6}mail server: .* takes us$/m) })
  expect(mailbox.letters).toEqual([])
  const gone = await run('doctor', [], { ...env, SMTP_URL: 'smtp://127.0.0.1:1' })
  expect(gone).toMatchObject({ code: 1, output: expect.stringMatching(/^NOT OK {2}mail server: .*SMTP_URL/m) })
})

test('files that everybody on the machine can read are found; what a server writes is not among them', async () => {
  const { env, url, file } = place()
  const folder = dirname(file)
  chmodSync(folder, 0o755)
  const server = await startServer({ ...env, DATABASE_URL: url })
  expect(await run('doctor', [], env)).toMatchObject({
    code: 0,
    output: expect.stringContaining('ok      permissions'),
  })
  await server.kill('SIGTERM')
  mkdirSync(join(folder, 'photos'), { mode: 0o755 })
  chmodSync(join(folder, 'photos'), 0o755)
  const { code, output } = await run('doctor', [], env)
  expect([code, output]).toEqual([1, expect.stringContaining(`chmod -R o-rwx ${folder}`)])
})

test('backups that would leave the machine for everybody to read are found', async () => {
  const env = { ...place().env, BACKUP_TO: 's3+http://key:hush@127.0.0.1:1/kopa' }
  const { code, output } = await run('doctor', [], env)
  expect([code, output]).toEqual([1, expect.stringMatching(/^NOT OK {2}backups: .*unencrypted.*BACKUP_KEY/m)])
  expect(output).not.toContain('hush')
})

test('the clock and the zones are looked at', async () => {
  const { output } = await run('doctor', [], place().env)
  for (const line of [/^ok {6}clock: .*as on the disk$/m, /^ok {6}time zones: .*agree$/m]) expect(output).toMatch(line)
})

test('a wrong setting is named', async () => {
  const { env } = place()
  expect(await run('doctor', [], { ...env, PORT: 'many' })).toMatchObject({
    code: 1,
    complaints: expect.stringContaining('PORT'),
  })
  const open = await run('doctor', [], { ...env, PUBLIC_URL: 'http://kopa.example.org' })
  expect(open).toMatchObject({ code: 1, output: expect.stringContaining('NOT OK  PUBLIC_URL') })
})

test('a PostgreSQL that is not there is found', async () => {
  const gone = await run('doctor', [], { DATABASE_URL: 'postgres://kopa@127.0.0.1:1/kopa' })
  expect(gone).toMatchObject({ code: 1, output: expect.stringMatching(/NOT OK {2}database: .*ECONNREFUSED/) })
})

function place() {
  const folder = freshFolder()
  const file = join(folder, 'kopa.db')
  const url = `sqlite:${file}`
  return { file, url, env: { DATABASE_URL: url, DATA_DIR: folder } }
}
