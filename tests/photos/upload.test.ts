import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photos } from '../../db/schema.ts'
import { form, signedInAs, testApp, world } from '../world.ts'

const desk = '/organise/gen-y-city/kickoff/photos'

async function place() {
  const here = await world({ photoChannels: ['web', 'press'] })
  const app = await testApp(here.db)
  const headers = await signedInAs(here.db, here.organiser)
  const send = async (files: Record<string, Buffer>) => {
    const data = new FormData()
    for (const [name, bytes] of Object.entries(files)) data.append('photos', new Blob([new Uint8Array(bytes)]), name)
    const body = new Response(data)
    const payload = Buffer.from(await body.arrayBuffer())
    const type = { 'content-type': body.headers.get('content-type') ?? '' }
    return await app.inject({ method: 'POST', url: `${desk}/add?lang=en`, payload, headers: { ...headers, ...type } })
  }
  const kept = async () => (await readdir(join(app.config.dataDir, 'photos')).catch(() => [])).sort()
  return { ...here, app, headers, send, kept }
}

/** As a phone takes it: on its side, with where it was taken. */
async function taken(width: number, colour: string): Promise<Buffer> {
  const picture = sharp({ create: { width, height: width / 2, channels: 3, background: colour } })
  const exif = { IFD0: { Artist: 'Elza Ozola' }, IFD3: { GPSLatitude: '55/1 52/1 0/1', GPSLatitudeRef: 'N' } }
  return await picture.withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
}

test('many photos come in at once, are turned upright, drawn in several widths and lose all that was hidden in them', async () => {
  const { db, app, send, kept } = await place()
  const [large, small] = [await taken(2000, 'red'), await taken(800, 'blue')]
  expect((await send({ 'a.jpg': large, 'b.jpg': small, 'again.jpg': large })).statusCode).toBe(303)
  const rows = await db.select().from(photos).orderBy(photos.position)
  expect(rows.map(({ width, height, people, channels }) => [width, height, people, channels])).toEqual([
    [1000, 2000, 'unknown', ['web', 'press']],
    [400, 800, 'unknown', ['web', 'press']],
  ])
  const [a, b] = rows.map(({ id }) => id)
  expect(await kept()).toEqual([`${a}-1000.webp`, `${a}-480.webp`, `${a}-960.webp`, `${b}-400.webp`].sort())
  for (const name of await kept()) {
    const { exif, format } = await sharp(join(app.config.dataDir, 'photos', name)).metadata()
    expect([exif, format]).toEqual([undefined, 'webp'])
  }
})

test('what is no photo is named, whatever its ending says, and keeps none of the others out', async () => {
  const { db, send, kept } = await place()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const torn = (await taken(800, 'red')).subarray(0, 300)
  const answer = await send({ 'good.jpg': await taken(400, 'green'), 'drawing.jpg': svg, 'torn.jpg': torn })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toMatch(/drawing\.jpg: not a JPEG[\s\S]*torn\.jpg: not a JPEG/)
  expect(await db.select().from(photos)).toHaveLength(1)
  expect(await kept()).toHaveLength(1)
})

test('a photo that was taken down does not come back', async () => {
  const { db, app, headers, send, kept } = await place()
  const bytes = await taken(600, 'red')
  await send({ 'a.jpg': bytes })
  const [photo] = await db.select().from(photos)
  const body = form({})
  const url = `${desk}/${photo?.id}/take-down`
  await app.inject({ method: 'POST', url, payload: body.payload, headers: { ...body.headers, ...headers } })
  expect(await kept()).toEqual([])
  expect((await send({ 'b.jpg': bytes })).body).toContain('this photo was taken down')
  expect(await kept()).toEqual([])
})

test('an album opens to everybody three days later at the earliest', async () => {
  const { app, headers, send } = await place()
  await send({ 'a.jpg': await taken(400, 'red') })
  const open = async (publicFrom: string) => {
    const { payload, headers: type } = form({ publicFrom })
    const answer = await app.inject({ method: 'POST', url: `${desk}/open`, payload, headers: { ...headers, ...type } })
    return answer.statusCode
  }
  expect([await open('2026-11-25'), await open(''), await open('2026-11-30')]).toEqual([422, 422, 303])
})
