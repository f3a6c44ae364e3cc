import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { speakers } from '../../db/schema.ts'
import { sandboxed } from '../../server/headers.ts'
import { declineInvitation } from '../../server/speakers/answer.ts'
import { removeFromSlot } from '../../server/speakers/remove-from-slot.ts'
import { signedInAs, testApp } from '../world.ts'
import { settled } from './answers.ts'
import { linkOf } from './cast.ts'
import { releaseAll, stage } from './stage.ts'

const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#3fd6a4' } })
  .withExif({ IFD0: { Artist: 'Secret Place' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 52/1 0/1' } })
  .jpeg()
  .toBuffer()

test('a picture is drawn anew: square, small, and without the place it was taken', async () => {
  const { app, upload, picture } = await atHome()
  expect((await upload(photo)).statusCode).toBe(303)
  const shown = await app.inject(`${(await picture()).own}`)
  expect(shown.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, no-store',
    'content-security-policy': sandboxed,
    'x-content-type-options': 'nosniff',
  })
  const { format, width, height, exif } = await sharp(shown.rawPayload).metadata()
  expect({ format, width, height, exif }).toEqual({ format: 'webp', width: 640, height: 640, exif: undefined })
  expect(shown.rawPayload.includes('Secret Place')).toBe(false)
})

test('it is everybody’s once a release names them, and nobody’s again after a no', async () => {
  const here = await atHome()
  const { app, db, where, part, owner, now, upload, picture, outsider } = here
  await upload(photo)
  const { address } = await picture()
  const seenBy = async (headers = {}) => (await app.inject({ url: address, headers })).statusCode
  const [own, foreign] = [await signedInAs(db, owner), await signedInAs(db, outsider)]
  expect([await seenBy(), await seenBy(foreign), await seenBy(own)]).toEqual([404, 404, 200])
  await settled(db, where, part, owner, now)
  expect(await seenBy()).toBe(404)
  await releaseAll(here)
  expect([await seenBy(), await seenBy(foreign)]).toEqual([200, 200])
  await declineInvitation(db, where, part, now)
  expect([await seenBy(), await seenBy(foreign), await seenBy(own)]).toEqual([404, 404, 200])
})

test('taken out of the draft, they keep their picture as long as the released agenda names them', async () => {
  const here = await atHome()
  const { app, db, where, part, owner, now, upload, picture } = here
  await upload(photo)
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await removeFromSlot(db, where, part, owner, now)
  const { address } = await picture()
  expect((await app.inject(address)).statusCode).toBe(200)
  await releaseAll(here)
  expect((await app.inject(address)).statusCode).toBe(404)
})

test('of a minor without a guardian’s yes nobody sees it, whatever was released', async () => {
  const here = await atHome()
  const { app, db, where, part, owner, now, upload, picture, luna } = here
  await upload(photo)
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await db.transact((tx) => tx.update(speakers).set({ minor: true }).where(eq(speakers.id, luna.id)), {
    touches: 'everything',
  })
  expect((await app.inject((await picture()).address)).statusCode).toBe(404)
})

test('another picture takes the first one’s place, on the disk too; removed, it is gone', async () => {
  const { app, upload, picture, token, files } = await atHome()
  await upload(photo)
  const { address } = await picture()
  await upload(await sharp(photo).negate().png().toBuffer())
  expect((await picture()).address).not.toBe(address)
  expect(await files()).toHaveLength(1)
  await app.inject({ method: 'POST', url: `/speaker/${token}/picture/remove` })
  expect([(await picture()).id, await files()]).toEqual([null, []])
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>'
const bomb = await sharp({ create: { width: 6000, height: 6000, channels: 3, background: 'black' } })
  .png()
  .toBuffer()

test.each([
  ['an SVG', Buffer.from(svg)],
  ['a page that begins like a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)])],
  ['half a picture', photo.subarray(0, photo.length / 2)],
  ['a picture of too many pixels', bomb],
  ['an empty file', Buffer.alloc(0)],
  ['nine megabytes', Buffer.concat([photo, Buffer.alloc(9 * 1024 * 1024)])],
])('%s is refused beside its field, and nothing is stored', async (_what, bytes) => {
  const { upload, picture, files } = await atHome()
  const answer = await upload(bytes)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('aria-invalid="true"')
  expect([(await picture()).id, await files()]).toEqual([null, []])
})

/** A speaker at their own page. */
async function atHome() {
  const here = await stage()
  const app = await testApp(here.db)
  const token = await linkOf(here.db, here.luna, here.kickoff)
  const upload = async (bytes: Buffer) => {
    const boundary = 'a-boundary'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="picture"; filename="me.jpg"\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    return await app.inject({ method: 'POST', url: `/speaker/${token}/picture`, payload, headers })
  }
  const picture = async () => {
    const [row] = await here.db.select().from(speakers).where(eq(speakers.id, here.luna.id))
    const id = row?.pictureId ?? null
    return { id, address: `/pictures/${id}.webp`, own: `/speaker/${token}/picture` }
  }
  const files = async () => await readdir(join(app.config.dataDir, 'speakers')).catch(() => [])
  return { ...here, app, token, upload, picture, files }
}
