import sharp from 'sharp'
import { expect, test } from 'vitest'
import { locales } from '../../db/languages.ts'
import { cardPng } from '../../server/meetings/card.ts'
import { colours } from '../../views/page.ts'
import { readQr } from '../qr-reader.ts'
import { addMeeting, signedInAs, testApp, world } from '../world.ts'

const page = '/organise/gen-y-city/kickoff/share'
const address = 'http://localhost:3000/gen-y-city/kickoff'

test('organisers take along a text, pictures and a code, in each language', async () => {
  const { app, headers } = await desk()
  const told = { lv: 'Atklāšana', en: 'Kick-off', ru: 'Atklāšana', uk: 'Atklāšana' }
  for (const locale of locales) {
    const { body } = await app.inject({ url: `${page}?in=${locale}`, headers })
    const [, text = ''] = /<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(body) ?? []
    expect(text.split('\n')).toEqual([
      told[locale],
      expect.stringContaining('2026'),
      expect.stringContaining('Parādes iela 1'),
      address,
    ])
    if (locale === 'en' || locale === 'uk') continue
    for (const [name, width, height] of [['story.png', 1080, 1920] as const, ['card.png', 1200, 630] as const]) {
      expect(body).toContain(`src="${page}/${name}?lang=${locale}"`)
      const picture = await app.inject({ url: `${page}/${name}?lang=${locale}`, headers })
      expect(await sharp(picture.rawPayload).metadata()).toMatchObject({ format: 'png', width, height })
    }
  }
})

test('the code of every form leads to the meeting’s page, as a camera reads it', async () => {
  const { app, headers } = await desk()
  for (const path of [page, '/gen-y-city/kickoff']) {
    const png = await app.inject({ url: `${path}/qr.png`, headers })
    const svg = await app.inject({ url: `${path}/qr.svg`, headers })
    expect((await sharp(png.rawPayload).metadata()).width).toBeGreaterThanOrEqual(1000)
    expect(svg.headers['content-type']).toBe('image/svg+xml')
    expect(await readQr(png.rawPayload)).toBe(address)
    expect(await readQr(svg.rawPayload)).toBe(address)
    const again = { ...headers, 'if-none-match': `${png.headers.etag}` }
    expect((await app.inject({ url: `${path}/qr.png`, headers: again })).statusCode).toBe(304)
  }
})

test('a draft’s are its organisers’ alone; once it is public, everybody has them', async () => {
  const { app, headers, db, project } = await desk()
  await addMeeting(db, project, { slug: 'draft', number: 2, status: 'draft' })
  for (const name of ['qr.png', 'qr.svg', 'card.png', 'card.png?shape=story']) {
    expect((await app.inject(`/gen-y-city/draft/${name}`)).statusCode).toBe(404)
    expect((await app.inject(`/gen-y-city/kickoff/${name}`)).statusCode).toBe(200)
  }
  const share = await app.inject({ url: '/organise/gen-y-city/draft/share?lang=en', headers })
  expect(share.body).toContain('not public yet')
  for (const name of ['story.png', 'card.png', 'qr.png', 'qr.svg'])
    expect((await app.inject({ url: `/organise/gen-y-city/draft/share/${name}`, headers })).statusCode).toBe(200)
})

test('what is off is not told as if it were on', async () => {
  const { app, headers } = await desk({ status: 'postponed' })
  const { body } = await app.inject({ url: `${page}?in=en`, headers })
  const [, text = ''] = /<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(body) ?? []
  expect(text).toMatch(/postponed/i)
  expect(text).not.toContain('2026')
})

test('in a story of any colour and title the code is read, and nothing stands where apps put their buttons', async () => {
  const titles = ['Kick-off', 'Истории, которые меняют город: двенадцать голосов и один очень длинный заголовок', '🦇']
  for (const [i, colour] of colours.entries()) {
    const title = titles[i % titles.length] ?? ''
    const link = `https://kopa.example.org/gen-y-city/${'stasti-'.repeat(1 + (i % 3) * 6)}${i}`
    const words = {
      slug: `m-${i}`,
      day: '28',
      month: 'september',
      above: 'Gen-Y City · 1',
      below: '17:00 · Vienības nams',
    }
    const picture = await cardPng({ ...words, colour, title, link }, 'story')
    expect(await readQr(picture)).toBe(link)
    for (const top of [0, 1710]) {
      const part = await sharp(picture).extract({ left: 0, top, width: 1080, height: 210 }).png().toBuffer()
      const { channels } = await sharp(part).stats()
      expect([colour, channels.slice(0, 3).map(({ min, max }) => max - min)]).toEqual([colour, [0, 0, 0]])
    }
  }
})

async function desk(meeting: Parameters<typeof world>[0] = {}) {
  const here = await world(meeting)
  return { ...here, headers: await signedInAs(here.db, here.owner), app: await testApp(here.db) }
}
