import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { projects } from '../../db/schema.ts'
import { sandboxed } from '../../server/headers.ts'
import { logosOf } from '../../server/projects/queries.ts'
import { signedInAs, testApp, world } from '../world.ts'

const png = await sharp({ create: { width: 1200, height: 300, channels: 3, background: '#ff6a2b' } })
  .withExif({ IFD0: { Artist: 'Secret Place' } })
  .png()
  .toBuffer()

test('a logo is drawn anew, small, without what else was in the file, and shown with its words', async () => {
  const { db, project, app, upload } = await atTheDesk()
  expect((await upload(png)).statusCode).toBe(303)
  const [logo] = await logosOf(db, project)
  expect(logo).toMatchObject({ alt: { en: 'City of Example' }, width: 800, height: 200, position: 0 })
  const answer = await app.inject(`/logos/${logo?.id}.webp`)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/webp'])
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': sandboxed,
    'x-content-type-options': 'nosniff',
  })
  expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 800, height: 200 })
  expect(answer.rawPayload.includes('Secret Place')).toBe(false)
  expect((await app.inject('/gen-y-city')).body).toContain('alt="City of Example" width="400" height="100"')
})

test('the same logo sent twice is there once; removed, it is gone from the disk too', async () => {
  const { db, project, app, upload, remove } = await atTheDesk()
  await upload(png)
  await upload(png)
  const [logo, ...others] = await logosOf(db, project)
  expect(others).toEqual([])
  await remove(logo?.id ?? '')
  expect(await logosOf(db, project)).toEqual([])
  expect(await readdir(join(app.config.dataDir, 'logos'))).toEqual([])
  expect((await app.inject(`/logos/${logo?.id}.webp`)).statusCode).toBe(404)
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>'
const bomb = await sharp({ create: { width: 6000, height: 6000, channels: 3, background: 'black' } })
  .png()
  .toBuffer()

test.each([
  ['an SVG', Buffer.from(svg)],
  ['an HTML page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a page that begins like a PNG', Buffer.concat([png.subarray(0, 8), Buffer.from('<script>alert(1)</script>')])],
  ['a page that begins like a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)])],
  ['half a picture', png.subarray(0, png.length / 2)],
  ['a picture of too many pixels', bomb],
  ['an empty file', Buffer.alloc(0)],
  ['three megabytes', Buffer.concat([png, Buffer.alloc(3 * 1024 * 1024)])],
])('%s is refused beside its field, and nothing is stored', async (_what, bytes) => {
  const { db, project, upload } = await atTheDesk()
  const answer = await upload(bytes)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('<a href="#field-picture">')
  expect(answer.body).toContain('value="City of Example"')
  expect(await logosOf(db, project)).toEqual([])
})

test('what is behind the picture in a polyglot does not survive', async () => {
  const { db, project, app, upload } = await atTheDesk()
  expect((await upload(Buffer.concat([png, Buffer.from(svg)]))).statusCode).toBe(303)
  const [logo] = await logosOf(db, project)
  expect((await app.inject(`/logos/${logo?.id}.webp`)).rawPayload.includes('onload')).toBe(false)
})

test('a logo without words is refused', async () => {
  const { db, project, upload } = await atTheDesk()
  const answer = await upload(png, '')
  expect([answer.statusCode, await logosOf(db, project)]).toEqual([422, []])
})

test('a body that is torn, or not what it says, is answered with a sentence', async () => {
  const { db, project, send } = await atTheDesk()
  const whole = multipart(png, 'City of Example')
  for (const payload of [
    whole.subarray(0, 200),
    whole.subarray(0, whole.length - 10),
    Buffer.from('nonsense'),
    Buffer.alloc(0),
  ]) {
    const answer = await send(payload, 'multipart/form-data; boundary=cut')
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).toContain('</main>')
  }
  expect((await send(whole, 'multipart/form-data')).statusCode).toBe(400)
  expect(await logosOf(db, project)).toEqual([])
})

test('many fields and files at once are refused', async () => {
  const { db, project, send } = await atTheDesk()
  const field = '--cut\r\ncontent-disposition: form-data; name="alt.lv"\r\n\r\nx\r\n'
  const answer = await send(Buffer.from(`${field.repeat(500)}--cut--\r\n`), 'multipart/form-data; boundary=cut')
  expect([answer.statusCode, await logosOf(db, project)]).toEqual([413, []])
})

test('logos of an unpublished project are seen by its organisers only', async () => {
  const { db, project, app, upload, organiser, outsider } = await atTheDesk()
  await upload(png)
  const [logo] = await logosOf(db, project)
  await db.transact((tx) => tx.update(projects).set({ publishedAt: null }).where(eq(projects.id, project.id)), {
    touches: project.id,
  })
  const url = `/logos/${logo?.id}.webp`
  const seenBy = async (headers: Record<string, string>) => (await app.inject({ url, headers })).statusCode
  expect(await seenBy({})).toBe(404)
  expect(await seenBy(await signedInAs(db, outsider))).toBe(404)
  expect(await seenBy(await signedInAs(db, organiser))).toBe(200)
})

test('an outsider cannot remove a logo, not even through a project of their own', async () => {
  const { db, project, upload, outsider, app } = await atTheDesk()
  await upload(png)
  const [logo] = await logosOf(db, project)
  const { cookie } = await signedInAs(db, outsider)
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  for (const slug of ['gen-y-city', 'other-city'])
    await app.inject({
      method: 'POST',
      url: `/organise/${slug}/settings/logos/remove`,
      headers,
      payload: `id=${logo?.id}`,
    })
  expect(await logosOf(db, project)).toEqual([logo])
  expect((await app.inject(`/logos/${logo?.id}.webp`)).statusCode).toBe(200)
})

async function atTheDesk() {
  const there = await world()
  const app = await testApp(there.db)
  const { cookie } = await signedInAs(there.db, there.organiser)
  const logos = '/organise/gen-y-city/settings/logos'
  const send = (payload: Buffer | string, type: string, url = logos) =>
    app.inject({ method: 'POST', url, headers: { cookie, 'accept-language': 'en', 'content-type': type }, payload })
  return {
    ...there,
    app,
    send,
    upload: (bytes: Buffer, alt = 'City of Example') =>
      send(multipart(bytes, alt), 'multipart/form-data; boundary=cut'),
    remove: (id: string) => send(`id=${id}`, 'application/x-www-form-urlencoded', `${logos}/remove`),
  }
}

function multipart(bytes: Buffer, alt: string): Buffer {
  const field = `--cut\r\ncontent-disposition: form-data; name="alt.en"\r\n\r\n${alt}\r\n`
  const file =
    '--cut\r\ncontent-disposition: form-data; name="picture"; filename="../../logo.png"\r\ncontent-type: image/png\r\n\r\n'
  return Buffer.concat([Buffer.from(field + file), bytes, Buffer.from('\r\n--cut--\r\n')])
}
