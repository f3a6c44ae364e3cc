import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { freshFolder, openForTest } from '../database.ts'
import { add, names } from '../db/cast.ts'
import { run } from './run.ts'

test('a restore drill: back up while the server runs, lose everything, bring it back', async () => {
  const { folder, url, env, backup } = place()
  const server = await openForTest(url)
  await add(server, 'ada')
  writeFileSync(join(folder, 'logos', 'city.webp'), 'picture')
  expect(await run('backup', [backup], env)).toMatchObject({ code: 0, complaints: '' })

  await add(server, 'bo')
  await server.close()
  writeFileSync(join(folder, 'logos', 'city.webp'), 'spoilt')
  writeFileSync(join(folder, 'kopa.db'), 'spoilt')
  const restored = await run('restore', [backup], env)
  expect(restored).toMatchObject({ code: 0, complaints: '' })

  expect(await names(await openForTest(url))).toEqual(['ada'])
  expect(readFileSync(join(folder, 'logos', 'city.webp'), 'utf8')).toBe('picture')
  const [kept = ''] = readdirSync(folder).filter((name) => /^kopa\.db-replaced-\d+$/.test(name))
  expect(readFileSync(join(folder, kept), 'utf8')).toBe('spoilt')
  expect(restored.output).toContain(kept)
})

test('a backup is one whole file for nobody else to read, with checksums that sha256sum understands', async () => {
  const { folder, url, env, backup } = place()
  await add(await openForTest(url), 'ada')
  writeFileSync(join(folder, 'logos', 'city.webp'), 'picture')
  await run('backup', [backup], env)
  expect(readdirSync(dirname(backup)).sort()).toEqual(['kopa.backup', 'kopa.backup-files', 'kopa.backup.sha256'])
  expect(statSync(backup).mode & 0o077).toBe(0)
  execFileSync('sha256sum', ['--check', 'kopa.backup.sha256'], { cwd: dirname(backup) })
  const copy = new Sqlite(backup, { readonly: true })
  expect(copy.prepare('SELECT name FROM organisers').pluck().all()).toEqual(['ada'])
  copy.close()
})

test('a backup is never written over another', async () => {
  const { url, env, backup } = place()
  await openForTest(url)
  await run('backup', [backup], env)
  const before = readFileSync(backup)
  const again = await run('backup', [backup], env)
  expect(again).toMatchObject({ code: 1, complaints: expect.stringContaining('is there already') })
  expect(readFileSync(backup)).toEqual(before)
})

test('a backup with one flipped bit is not restored', async () => {
  const { url, env, backup } = place()
  const server = await openForTest(url)
  await add(server, 'ada')
  await run('backup', [backup], env)
  await server.close()
  const bytes = readFileSync(backup)
  const at = bytes.indexOf('ada@example.org')
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(backup, bytes)
  const restored = await run('restore', [backup], env)
  expect(restored).toMatchObject({ code: 1, complaints: expect.stringContaining('checksum') })
  expect(await names(await openForTest(url))).toEqual(['ada'])
})

test('nothing is restored under a running server', async () => {
  const { url, env, backup } = place()
  const server = await openForTest(url)
  await run('backup', [backup], env)
  await add(server, 'ada')
  const restored = await run('restore', [backup], env)
  expect(restored).toMatchObject({ code: 1, complaints: expect.stringContaining('already running') })
  expect(await names(server)).toEqual(['ada'])
})

test('a database that was only in its log is backed up whole', async () => {
  const { folder, url, env, backup } = place()
  const server = await openForTest(url)
  for (const name of ['ada', 'bo', 'cy']) await add(server, name)
  expect(existsSync(join(folder, 'kopa.db-wal'))).toBe(true)
  await run('backup', [backup], env)
  await server.close()
  await run('restore', [backup], env)
  expect(await names(await openForTest(url))).toEqual(['ada', 'bo', 'cy'])
})

test('what is missing is said: the argument, the database, the backup, the checksum', async () => {
  const { env, url, backup } = place()
  expect((await run('backup', [], env)).complaints).toContain('npm run backup -- FILE')
  expect((await run('backup', [backup], env)).complaints).toContain('There is no database at')
  expect((await run('restore', [backup], env)).complaints).toContain('There is no backup at')
  await (await openForTest(url)).close()
  mkdirSync(dirname(backup), { recursive: true })
  writeFileSync(backup, 'x')
  expect((await run('restore', [backup], env)).complaints).toContain('kopa.backup.sha256 is missing')
})

test('on PostgreSQL the tools of PostgreSQL are named', async () => {
  const env = { DATABASE_URL: 'postgres://kopa@127.0.0.1:1/kopa' }
  for (const name of ['backup', 'restore'])
    expect(await run(name, ['x'], env)).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/pg_dump.*pg_restore/),
    })
})

function place() {
  const folder = freshFolder()
  mkdirSync(join(folder, 'logos'))
  const url = `sqlite:${join(folder, 'kopa.db')}`
  return { folder, url, env: { DATABASE_URL: url, DATA_DIR: folder }, backup: join(folder, 'backups', 'kopa.backup') }
}
