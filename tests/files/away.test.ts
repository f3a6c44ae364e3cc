import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { logos, materials, slides } from '../../db/schema.ts'
import { FilesAway } from '../../server/files/away.ts'
import { filesInBucket } from '../../server/files/in-bucket.ts'
import { putBytes, readWhole } from '../../server/files/store.ts'
import { picturesIn } from '../../server/report/pictures.ts'
import { reportTold } from '../../server/report/told.ts'
import { s3Place } from '../../server/s3-place.ts'
import { sweepSlides } from '../../server/slides/sweep.ts'
import { s3Server } from '../backups/s3-server.ts'
import { freshFolder } from '../database.ts'
import { pdf, photo } from '../slides/papers.ts'
import { now } from '../world.ts'
import { desk, material, senders, settings } from './cast.ts'
import { wireTo } from './wire.ts'

async function overAWire() {
  const wire = await wireTo(await s3Server())
  const here = await senders({ FILES_URL: wire.url })
  return { ...here, wire, own: `/speaker/${here.bats.token}/slots/${here.bats.slot.id}/slides` }
}

test('while the store is away, files are said to be for later, and are there again once it is back', async () => {
  const { db, wire, own, send, get } = await overAWire()
  await send(own, 'file', pdf())
  await send(`${settings}/logos`, 'picture', await photo('png'), { 'alt.lv': 'Pilsēta', 'alt.en': 'City' })
  const [[row], [logo]] = [await db.select().from(slides), await db.select().from(logos)]
  const addresses = [`/slides/${row?.id}`, `/logos/${logo?.id}.webp`]
  await wire.cut()
  for (const address of addresses) {
    const answer = await get(address)
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '30'])
    expect([answer.headers['cache-control'], answer.headers.etag]).toEqual(['private, no-store', undefined])
    expect(answer.body).toContain('We cannot save anything just now')
  }
  await wire.mend()
  for (const address of addresses) expect((await get(address)).statusCode).toBe(200)
})

test('while it is away nothing is taken, and nothing that was typed is lost', async () => {
  const { app, db, wire, own, send, all } = await overAWire()
  await wire.cut()
  expect((await send(own, 'file', pdf())).statusCode).toBe(503)
  const added = await send(`${desk}/materials`, 'file', pdf(), material)
  expect([added.statusCode, added.headers['retry-after']]).toEqual([503, '30'])
  expect(added.body).toMatch(/<a href="#field-file">[^<]*We cannot keep the file just now/)
  expect(added.body).toContain('value="What we found"')
  const logo = await send(`${settings}/logos`, 'picture', await photo('png'), { 'alt.lv': 'Pilsēta', 'alt.en': 'City' })
  expect([logo.statusCode, logo.body.includes('value="City"')]).toEqual([503, true])
  expect([await db.select().from(slides), await db.select().from(materials), await db.select().from(logos)]).toEqual([
    ...[[], [], []],
  ])
  for (const folder of ['slides', 'materials', 'logos'])
    expect(readdirSync(join(app.config.dataDir, folder))).toEqual([])
  await wire.mend()
  expect(await all()).toEqual([])
  expect((await send(`${desk}/materials`, 'file', pdf(), material)).statusCode).toBe(303)
})

test('what is removed while it is away is out of sight at once, and swept once it is back', async () => {
  const { db, bats, files, wire, own, send, get, post, names } = await overAWire()
  await send(own, 'file', pdf())
  const [row] = await db.select().from(slides)
  await wire.cut()
  expect((await post(`/speaker/${bats.token}/slides/${row?.id}/remove`)).statusCode).toBe(303)
  expect((await get(`/slides/${row?.id}`)).statusCode).toBe(404)
  const sweep = async (hours: number) => await sweepSlides(db, files, Temporal.Now.instant().add({ hours }))
  await expect(sweep(0)).rejects.toThrow(FilesAway)
  await wire.mend()
  await sweep(1)
  expect(await names('slides')).toEqual([row?.id, `${row?.id}.leaving`])
  await sweep(50)
  await sweep(51)
  expect(await names('slides')).toEqual([])
})

test('a store that takes what is asked and says nothing is away too, before long', async () => {
  const wire = await wireTo(await s3Server())
  const place = s3Place(wire.url) ?? expect.fail('no place')
  const files = filesInBucket(place, freshFolder(), { asked: 200, sent: 200 })
  await putBytes(files, 'slides/a', 'whole')
  await wire.mend('mute')
  for (const asked of [files.read('slides/a'), files.list('slides'), files.remove('slides/a')])
    await expect(asked).rejects.toThrow(FilesAway)
  await expect(putBytes(files, 'slides/b', 'b')).rejects.toThrow(FilesAway)
  await wire.mend()
  expect([String(await readWhole(files, 'slides/a')), await readWhole(files, 'slides/b')]).toEqual(['whole', null])
})

test('who reads a file that stops coming waits no longer than they like', async () => {
  const wire = await wireTo(await s3Server())
  const files = filesInBucket(s3Place(wire.url) ?? expect.fail('no place'), freshFolder())
  await putBytes(files, 'slides/a', Buffer.alloc(100_000))
  await wire.mend('halting')
  await expect(readWhole(files, 'slides/a', AbortSignal.timeout(100))).rejects.toThrow(FilesAway)
  await wire.mend()
  expect(await readWhole(files, 'slides/a', AbortSignal.timeout(100_000))).toHaveLength(100_000)
})

test('a report gives up at a picture that stops coming', async () => {
  const { db, project, files, wire, send } = await overAWire()
  await send(`${settings}/logos`, 'picture', await photo('png'), { 'alt.lv': 'Pilsēta', 'alt.en': 'City' })
  const told = await reportTold(db, project, now)
  await wire.mend('halting')
  await expect(picturesIn(files, told, 100)).rejects.toThrow(FilesAway)
  await wire.mend()
  expect((await picturesIn(files, told)).size).toBe(1)
})

test('a key that is not taken, or a bucket that is not there, is a store that is away', async () => {
  const url = await s3Server('strict')
  for (const wrong of [url.replace(':S3RVER@', ':hush@'), url.replace('/kopa/', '/nowhere/')]) {
    const files = filesInBucket(s3Place(wrong) ?? expect.fail('no place'), freshFolder())
    await expect(files.list('slides')).rejects.toThrow(FilesAway)
    await expect(putBytes(files, 'slides/a', 'a')).rejects.toThrow(FilesAway)
  }
})
