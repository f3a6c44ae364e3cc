import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readQr } from '../qr-reader.ts'
import { addMeeting, testApp, world } from '../world.ts'

test('a meeting’s page to subscribe at has its own feed and the project’s, and a code that leads to itself', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const page = '/gen-y-city/kickoff/subscribe'
  const { body } = await app.inject(`${page}?lang=en`)
  for (const feed of ['/gen-y-city/kickoff/agenda.ics?lang=en', '/gen-y-city/calendar.ics?lang=en']) {
    for (const scheme of ['webcal', 'http']) expect(body).toContain(`"${scheme}://localhost:3000${feed}"`)
    expect((await app.inject(feed)).headers['content-type']).toBe('text/calendar; charset=utf-8')
  }
  const [svg = ''] = /<svg class="qr"[\s\S]*?<\/svg>/.exec(body) ?? []
  expect(await readQr(await sharp(Buffer.from(svg), { density: 600 }).png().toBuffer())).toBe(
    `http://localhost:3000${page}`,
  )
  for (const from of ['/gen-y-city/kickoff', '/gen-y-city'])
    expect((await app.inject(from)).body).toContain(`href="${from}/subscribe"`)
})

test('nobody subscribes to what is not public', async () => {
  const { db, project } = await world()
  await addMeeting(db, project, { slug: 'draft', number: 2, status: 'draft' })
  const app = await testApp(db)
  for (const path of ['/gen-y-city/draft/subscribe', '/none/subscribe'])
    expect((await app.inject(path)).statusCode).toBe(404)
})
