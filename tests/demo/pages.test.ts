import { beforeAll, expect, test } from 'vitest'
import { locales } from '../../db/languages.ts'
import { buildApp } from '../../server/app.ts'
import { now } from '../world.ts'
import { demo } from './told.ts'

let get: (path: string, locale: string) => Promise<{ statusCode: number; body: string }>

beforeAll(async () => {
  const db = await demo()
  const app = await buildApp({ db, now: () => now, config: db.config })
  get = async (url, locale) => await app.inject({ url, headers: { 'accept-language': locale } })
  return async () => {
    await app.close()
    await db.close()
  }
})

const held = ['iekustini-pilsetu', 'saruna-ar-pilsetu', 'veiksmes-stasti']
const meetings = [...held, 'jauniesu-stasti', 'musu-vieta-pilseta', 'pilseta-musu-acim']
const remains = held.flatMap((slug) => ['news', 'photos'].map((page) => `/gen-y-city/${slug}/${page}`))
const dialogue = ['answers', 'ideas', 'commitments', 'materials', 'help'].map((page) => `/gen-y-city/${page}`)
const pages = ['/', '/gen-y-city', ...meetings.map((slug) => `/gen-y-city/${slug}`), ...remains, ...dialogue]

test.each(pages)('%s is there in every language', async (page) => {
  for (const locale of locales) {
    const { statusCode, body } = await get(page, locale)
    expect([statusCode, body.includes(`<html lang="${locale}"`)]).toEqual([200, true])
  }
})

test('the project’s page names its programme, its lead partner and its meetings, but no draft', async () => {
  const { body } = await get('/gen-y-city', 'en')
  for (const fact of ['Get into the swing of the City!', 'URBACT III', 'Poznań', 'Young people’s success stories'])
    expect(body).toContain(fact)
  expect(body).not.toContain('jauniesi-un-dome')
})

test('its materials lead to all that each past meeting has left, but to no sign sheet', async () => {
  const { body } = await get('/gen-y-city/materials', 'en')
  for (const slug of held)
    for (const page of ['news', 'photos']) expect(body).toContain(`href="/gen-y-city/${slug}/${page}"`)
  expect(body).toContain('href="/gen-y-city/veiksmes-stasti/minutes"')
  expect(body.match(/href="\/slides\/[^"]+" download/g)).toHaveLength(5)
  expect(body.match(/href="\/materials\/[^"]+" download/g)).toHaveLength(3)
  expect(body).toContain('licenses/by/4.0')
  expect(body).not.toContain('Sign sheets')
})

test('a draft is not found', async () => {
  expect((await get('/gen-y-city/jauniesi-un-dome', 'lv')).statusCode).toBe(404)
})

test('the open meeting tells how many places are left', async () => {
  expect((await get('/gen-y-city/jauniesu-stasti', 'lv')).body).toContain('Palikušas 7 vietas no 60')
})

test('its calendars can be kept', async () => {
  for (const file of ['/gen-y-city/calendar.ics', '/gen-y-city/veiksmes-stasti/calendar.ics'])
    expect((await get(file, 'lv')).statusCode).toBe(200)
})
