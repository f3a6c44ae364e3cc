import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { filesOf } from '../../server/files/files-of.ts'
import { type FileStore, putBytes, readWhole, sentFolders } from '../../server/files/store.ts'
import { s3Place } from '../../server/s3-place.ts'
import { s3Server } from '../backups/s3-server.ts'
import { run } from '../commands/run.ts'
import { freshFolder, openForTest } from '../database.ts'
import { add, names } from '../db/cast.ts'
import { wireTo } from './wire.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A database beside a bucket, and a wire to that. */
async function beside() {
  const wire = await wireTo(await s3Server())
  const folder = freshFolder()
  const url = `sqlite:${join(folder, 'kopa.db')}`
  const env = { DATABASE_URL: url, DATA_DIR: folder, FILES_URL: wire.url }
  const files = filesOf({ filesAt: s3Place(wire.url), dataDir: folder })
  return { folder, url, env, files, wire, backup: join(folder, 'backups', 'kopa.tar') }
}

test('a backup holds the files of the bucket; brought back they are there, and what came since lies aside', async () => {
  const { folder, url, env, files, backup } = await beside()
  const server = await openForTest(url)
  await add(server, 'ada')
  for (const one of sentFolders) await putBytes(files, `${one}/one`, `sent to ${one}`)
  for (const foreign of ['My file.pdf', '.keep'] as const) await putBytes(files, `logos/${foreign}`, 'not of Kopā')
  expect(await run('backup', [backup], env)).toMatchObject({ code: 0, complaints: '' })
  await server.close()
  const before = await contents(files)
  await files.remove('slides/one')
  await putBytes(files, 'photos/one', 'spoilt')
  await putBytes(files, 'answers/later', 'later')
  const restored = await run('restore', [backup], env)
  expect(restored).toMatchObject({ code: 0, complaints: '' })
  expect(await contents(files)).toEqual(before)
  const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('replaced-'))
  expect(readFileSync(join(folder, aside, 'answers', 'later'), 'utf8')).toBe('later')
  expect(readdirSync(join(folder, aside))).toEqual(['answers'])
  expect(restored.output).toContain(aside)
  expect(restored.output).not.toContain('S3RVER')
})

test('with the bucket away nothing is backed up, and nothing restored or changed', async () => {
  const { folder, url, env, files, wire, backup } = await beside()
  const server = await openForTest(url)
  await add(server, 'ada')
  await putBytes(files, 'slides/one', 'one')
  await run('backup', [backup], env)
  await add(server, 'bo')
  await server.close()
  await wire.cut()
  for (const deed of ['backup', 'restore']) {
    const { code, complaints } = await run(deed, [deed === 'backup' ? `${backup}.2` : backup], env)
    expect([code, complaints]).toEqual([1, expect.stringContaining('FILES_URL')])
  }
  expect(existsSync(`${backup}.2`)).toBe(false)
  expect(readdirSync(folder).filter((name) => /snapshot|replaced/.test(name))).toEqual([])
  expect(await names(await openForTest(url))).toEqual(['ada', 'bo'])
})

test('the doctor tries the bucket, leaves nothing in it, and says what is wrong without the key', async () => {
  const { url, env, files, wire } = await beside()
  await (await openForTest(url)).close()
  const well = await run('doctor', [], env)
  expect([well.code, well.output]).toEqual([
    0,
    expect.stringMatching(/^ok {6}FILES_URL: .*deleted at http:.*kopa\/city/m),
  ])
  expect(await contents(files)).toEqual({})
  const strict = (await s3Server('strict')).replace(':S3RVER@', ':hush@')
  await wire.cut()
  for (const wrong of [wire.url, strict, strict.replace('/kopa/', '/nowhere/')]) {
    const { code, output } = await run('doctor', [], { ...env, FILES_URL: wrong })
    expect([code, output]).toEqual([1, expect.stringMatching(/^NOT OK {2}FILES_URL: .*See that FILES_URL/m)])
    expect(output).not.toMatch(/hush|S3RVER/)
  }
  const unset = await run('doctor', [], { ...env, FILES_URL: '' })
  expect(unset.output).toMatch(/^ok {6}FILES_URL: not set: files are in DATA_DIR$/m)
})

test('files are moved into a bucket and back, as often as it takes, and are the same by size and checksum', async () => {
  const { env, files, folder } = await beside()
  const [data, back] = [freshFolder(), freshFolder()]
  for (const one of sentFolders) {
    mkdirSync(join(data, one))
    for (const name of ['a', 'b']) writeFileSync(join(data, one, name), `${name} of ${one}`)
  }
  writeFileSync(join(data, 'slides', 'half.new'), 'half')
  await putBytes(files, 'slides/a', 'half of it')
  const there = await run('move', ['files', data, 'FILES_URL'], env)
  expect(there).toMatchObject({ code: 0, complaints: '' })
  expect(there.output).toMatch(/^slides +2 +22 {2}[\da-f]{16}$/m)
  expect(there.output).toContain('12 files are there now, read back and found the same')
  expect(await contents(files)).toEqual(await contents(filesOf({ filesAt: null, dataDir: data })))
  expect(await run('move', ['files', data, env.FILES_URL], env)).toEqual(there)
  expect((await run('move', ['files', 'FILES_URL', back], env)).output).toBe(there.output)
  expect(await contents(filesOf({ filesAt: null, dataDir: back }))).toEqual(await contents(files))
  expect(sentFolders.flatMap((one) => readdirSync(join(folder, one)))).toEqual([])
})

test('what cannot be a place of files is refused, by the command and at the start', async () => {
  const { env } = await beside()
  for (const wrong of [[], ['data'], ['data', 'postgres://kopa@db/kopa'], ['a', 'b', 'c'], ['data', 's3://db/kopa']])
    expect(await run('move', ['files', ...wrong], env)).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^Use it like this: npm run move -- files FROM TO/),
    })
  for (const wrong of [
    'data',
    's3://example.org/kopa',
    's3://key:hush@example.org',
    'https://key:hush@example.org/kopa',
    's3://key%ff:hush@example.org/kopa',
  ]) {
    const { code, complaints } = await run('doctor', [], { ...env, FILES_URL: wrong })
    expect([code, complaints]).toEqual([1, expect.stringMatching(/^FILES_URL is not right: it must be s3:/)])
    expect(complaints).not.toContain('hush')
  }
})

async function contents(files: FileStore): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const folder of sentFolders)
    for (const { name } of await files.list(folder))
      found[`${folder}/${name}`] = String(await readWhole(files, `${folder}/${name}`))
  return found
}
