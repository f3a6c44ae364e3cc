import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, test, vi } from 'vitest'
import { fileFolders } from '../../server/backups/folders.ts'
import { s3Server } from '../backups/s3-server.ts'
import { freshFolder, openForTest } from '../database.ts'
import { add, names } from '../db/cast.ts'
import { run } from './run.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Scrypt makes a phrase slow to guess, and each use of it takes a second or more: most tests have a key. */
const phrase = 'correct horse battery staple'
const secret = await generateX25519Identity()
const sealed = { BACKUP_KEY: secret }

test('back up while the server runs, lose everything, bring it back', async () => {
  const { folder, url, env, backup } = place()
  const server = await openForTest(url)
  await add(server, 'ada')
  const sent = sendFiles(folder)
  expect(await run('backup', [backup], env)).toMatchObject({ code: 0, complaints: '' })

  await add(server, 'bo')
  await server.close()
  for (const file of Object.keys(sent)) writeFileSync(join(folder, file), 'spoilt')
  writeFileSync(join(folder, 'slides', 'later'), 'later')
  writeFileSync(join(folder, 'kopa.db'), 'spoilt')
  const restored = await run('restore', [backup], env)
  expect(restored).toMatchObject({ code: 0, complaints: '' })

  expect(await names(await openForTest(url))).toEqual(['ada'])
  expect(filesIn(folder)).toEqual(sent)
  const [kept = '', aside = ''] = readdirSync(folder).filter((name) => name.includes('replaced-'))
  expect(readFileSync(join(folder, kept), 'utf8')).toBe('spoilt')
  expect(readdirSync(join(folder, aside, 'slides')).sort()).toEqual(['later', 'one'])
  for (const name of [kept, aside]) expect(restored.output).toContain(name)
})

test('a backup is one file for nobody else to read, which tar and sha256sum understand', async () => {
  const { folder, url, env, backup } = place()
  await add(await openForTest(url), 'ada')
  sendFiles(folder)
  writeFileSync(join(folder, 'slides', 'half.new'), 'half')
  await run('backup', [backup], env)
  expect(readdirSync(dirname(backup))).toEqual(['kopa.tar'])
  expect(statSync(backup).mode & 0o077).toBe(0)
  const there = freshFolder()
  execFileSync('tar', ['xf', backup, '-C', there])
  execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: there })
  expect(readdirSync(join(there, 'files', 'slides'))).toEqual(['one'])
  expect(readdirSync(folder).filter((name) => name.includes('snapshot'))).toEqual([])
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

describe('what is not whole is not restored, and nothing is changed', () => {
  test.each([
    ['a bit of a text', {}, flipped('ada@example.org'), 'a checksum is another'],
    ['a bit of a file', {}, flipped('sent to slides'), 'a checksum is another'],
    ['a bit of a name', {}, flipped('files/photos/one'), 'a checksum is another|is not of Kopā'],
    ['a bit of a checksum', {}, flipped('  files/photos/one'), 'a checksum is another'],
    ['half of it', {}, cutTo(0.5), 'part of it is gone|cut off'],
    ['its list of checksums', {}, withoutSums, 'cut off'],
    ['a sealed bit', sealed, (bytes: Buffer) => flip(bytes, bytes.length >> 1), 'not what was backed up'],
    ['a sealed end', sealed, cutTo(0.99), 'part of it is gone'],
  ])('%s', async (_, key, spoil, complaint) => {
    const { folder, url, env, backup } = place(key)
    const server = await openForTest(url)
    await add(server, 'ada')
    const sent = sendFiles(folder)
    expect(await run('backup', [backup], env)).toMatchObject({ code: 0 })
    await server.close()
    writeFileSync(backup, spoil(readFileSync(backup)))
    const restored = await run('restore', [backup], env)
    expect(restored).toMatchObject({ code: 1, complaints: expect.stringMatching(complaint) })
    expect(await names(await openForTest(url))).toEqual(['ada'])
    expect(filesIn(folder)).toEqual(sent)
    expect(readdirSync(folder).filter((name) => /snapshot|replaced|incoming/.test(name))).toEqual([])
  })
})

test('a sealed backup shows nobody anything, and opens with its key alone', async () => {
  const { folder, url, env, backup } = place(sealed)
  const server = await openForTest(url)
  await add(server, 'ada')
  sendFiles(folder)
  await run('backup', [backup], env)
  await server.close()
  const bytes = readFileSync(backup, 'latin1')
  for (const plain of ['ada@example.org', 'sent to slides', 'files/slides']) expect(bytes).not.toContain(plain)
  const restore = async (key: string) => await run('restore', [backup], { ...env, BACKUP_KEY: key })
  expect(await restore('')).toMatchObject({ code: 1, complaints: expect.stringContaining('BACKUP_KEY_FILE') })
  expect(await restore(await generateX25519Identity())).toMatchObject({
    code: 1,
    complaints: expect.stringContaining('closed with another key'),
  })
  expect(await restore(secret)).toMatchObject({ code: 0, complaints: '' })
})

test('a phrase is a key too', async () => {
  const { url, env, backup } = place({ BACKUP_KEY: phrase })
  await (await openForTest(url)).close()
  await run('backup', [backup], env)
  expect(await run('restore', [backup], env)).toMatchObject({ code: 0, complaints: '' })
})

test('with the public half of a key a server can close backups and not open them', async () => {
  const key = await identityToRecipient(secret)
  const { url, env, backup, folder } = place({ BACKUP_KEY: key })
  await (await openForTest(url)).close()
  await run('backup', [backup], env)
  expect(await run('restore', [backup], env)).toMatchObject({
    code: 1,
    complaints: expect.stringContaining('its public half'),
  })
  writeFileSync(join(folder, 'key'), `# created: today\n# public key: ${key}\n${secret}\n`)
  const held = { ...env, BACKUP_KEY: '', BACKUP_KEY_FILE: join(folder, 'key') }
  expect(await run('restore', [backup], held)).toMatchObject({ code: 0, complaints: '' })
})

test('by turn to a folder, thinned out after; what is not ours there stays', async () => {
  const to = freshFolder()
  const { url, env } = place({ BACKUP_TO: to, BACKUP_KEEP: '8' })
  const server = await openForTest(url)
  await add(server, 'ada')
  for (const name of ['kopa-2020-01-01T00-00-00Z.tar', 'notes.txt']) writeFileSync(join(to, name), '')
  expect(await run('backup', [], env)).toMatchObject({ code: 0, complaints: '' })
  const [name = '', ...others] = readdirSync(to)
  expect([name, others]).toEqual([expect.stringMatching(/^kopa-20\d\d-\d\d-\d\dT[\d-]+Z\.tar$/), ['notes.txt']])
  await server.close()
  expect(await run('restore', [name], env)).toMatchObject({ code: 0, complaints: '' })
})

test('by turn to a store that speaks S3, in several parts, and back from there', async () => {
  const to = await s3Server()
  const { folder, url, env } = place({ BACKUP_TO: to, ...sealed })
  const server = await openForTest(url)
  await add(server, 'ada')
  mkdirSync(join(folder, 'photos'))
  const large = Buffer.alloc(20_000_000, 'x')
  writeFileSync(join(folder, 'photos', 'large'), large)
  const taken = await run('backup', [], env)
  expect(taken).toMatchObject({ code: 0, complaints: '' })
  expect(readdirSync(folder).filter((name) => name.startsWith('sending'))).toEqual([])
  await server.close()
  writeFileSync(join(folder, 'photos', 'large'), 'spoilt')
  const [name = ''] = /kopa-\S+\.tar\.age/.exec(taken.output) ?? []
  expect(await run('restore', [name], env)).toMatchObject({ code: 0, complaints: '' })
  expect(readFileSync(join(folder, 'photos', 'large')).equals(large)).toBe(true)
  expect(await names(await openForTest(url))).toEqual(['ada'])
  expect(await run('restore', ['kopa-monday.tar'], env)).toMatchObject({
    code: 1,
    complaints: expect.stringContaining('There is no backup at'),
  })
})

test('a store that is not there, or takes no key of ours, is said in a sentence without the key', async () => {
  const to = await s3Server('strict')
  const { url, env } = place()
  await openForTest(url)
  for (const wrong of [to.replace(/:\d+\/kopa/, ':1/kopa'), to.replace(':S3RVER@', ':hush@')]) {
    const { code, complaints } = await run('backup', [], { ...env, BACKUP_TO: wrong })
    expect([code, complaints]).toEqual([1, expect.stringMatching(/^\S+ .+\n$/)])
    expect(complaints).not.toMatch(/hush|S3RVER/)
  }
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

test('what is missing is said: the argument, the database, the backup', async () => {
  const { env, backup } = place()
  expect((await run('backup', [], env)).complaints).toContain('npm run backup -- FILE')
  expect((await run('backup', [backup], env)).complaints).toContain('There is no database at')
  expect((await run('restore', [backup], env)).complaints).toContain('There is no backup at')
})

test.each([
  ['BACKUP_TO', 's3://example.org/kopa'],
  ['BACKUP_EVERY', '0'],
  ['BACKUP_KEEP', '31'],
  ['BACKUP_KEY', 'short'],
  ['BACKUP_KEY_FILE', '/nowhere'],
])('%s=%s is refused by its name', async (name, value) => {
  const { env } = place()
  const { code, complaints } = await run('backup', [], { ...env, [name]: value })
  expect([code, complaints]).toEqual([1, expect.stringContaining(`${name} is not right`)])
})

test('on PostgreSQL the tools of PostgreSQL are named', async () => {
  const env = { DATABASE_URL: 'postgres://kopa@127.0.0.1:1/kopa' }
  for (const name of ['backup', 'restore'])
    expect(await run(name, ['x'], env)).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/pg_dump.*DATA_DIR.*pg_restore/),
    })
  const turned = await run('backup', [], { ...env, BACKUP_TO: '/backups' })
  expect(turned).toMatchObject({ code: 1, complaints: expect.stringContaining('BACKUP_TO is for SQLite') })
})

function place(more: Record<string, string> = {}) {
  const folder = freshFolder()
  const url = `sqlite:${join(folder, 'kopa.db')}`
  const env: Record<string, string> = { DATABASE_URL: url, DATA_DIR: folder, ...more }
  return { folder, url, env, backup: join(folder, 'backups', 'kopa.tar') }
}

/** One in each folder, as uploads leave them. */
function sendFiles(dataDir: string): Record<string, string> {
  for (const folder of fileFolders) {
    mkdirSync(join(dataDir, folder), { recursive: true })
    writeFileSync(join(dataDir, folder, 'one'), `sent to ${folder}`)
  }
  return filesIn(dataDir)
}

function filesIn(dataDir: string): Record<string, string> {
  const names = fileFolders.flatMap((folder) => readdirSync(join(dataDir, folder)).map((name) => join(folder, name)))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dataDir, name), 'utf8')]))
}

function flipped(text: string) {
  return (bytes: Buffer) => flip(bytes, bytes.lastIndexOf(text))
}

function flip(bytes: Buffer, at: number): Buffer {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}

function cutTo(part: number) {
  return (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * part))
}

/** Cut where one file ends, with the end mark of a whole archive. */
function withoutSums(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, bytes.lastIndexOf('SHA256SUMS')), Buffer.alloc(1024)])
}
