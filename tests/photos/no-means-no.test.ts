import { expect, test } from 'vitest'
import { accessTable } from '../access-table.ts'
import { addressOf } from '../nonsense/addresses.ts'
import { form } from '../world.ts'
import { type Somebody, shownEverywhere, traces } from './shown-everywhere.ts'

type Here = Awaited<ReturnType<typeof shownEverywhere>>
type Way = { young?: boolean; speaks?: boolean; say: (here: Here, somebody: Somebody) => Promise<unknown> }

const post = async ({ app }: Here, url: string, fields: Record<string, string> = {}, headers = {}) => {
  const sent = form(fields)
  const answer = await app.inject({ method: 'POST', url, ...sent, headers: { ...sent.headers, ...headers } })
  expect([url, answer.statusCode < 400 || answer.body]).toEqual([url, true])
}
const words = { photosText: 'consent.text-1' }
const registration = '/organise/gen-y-city/kickoff/registrations'
const album = '/organise/gen-y-city/kickoff/photos'

/** Every way to say no, or to be gone. */
const ways: Record<string, Way> = {
  'by their own link': { say: (here, { token }) => post(here, `/mine/${token}/photos`, words) },
  'to the web alone': {
    say: (here, { token }) => post(here, `/mine/${token}/photos`, { ...words, 'photos.press': 'yes' }),
  },
  'though their guardian said yes': {
    young: true,
    say: (here, { token }) => post(here, `/mine/${token}/photos`, { ...words, 'photos.web': 'yes' }),
  },
  'to an organiser': {
    say: (here, { id }) => post(here, `${registration}/${id}/no-photos`, {}, here.headers),
  },
  'and is then forgotten': {
    say: async (here, somebody) => {
      await post(here, `/mine/${somebody.token}/photos`, words)
      await here.forget(somebody)
    },
  },
  'by being erased': { say: (here, { token }) => post(here, `/mine/${token}/data/erase`) },
  'to this photo, by their own link': {
    say: (here, { token, photo }) => post(here, `/mine/${token}/album/${photo.id}/object`),
  },
  'as a speaker': {
    speaks: true,
    say: (here, { token, photo }) => post(here, `/speaker/${token}/album/${photo.id}/agree`),
  },
  'as a speaker, by being forgotten': {
    speaks: true,
    say: (here, { token }) => post(here, `/speaker/${token}/forget`),
  },
  'without a link, on the page of the photo': {
    say: (here, { photo }) => post(here, `/gen-y-city/kickoff/photos/${photo.id}`, { words: 'Tā esmu es.' }),
  },
  'through an organiser who takes it down': {
    say: (here, { photo }) => post(here, `${album}/${photo.id}/take-down`, {}, here.headers),
  },
}

const gets = Object.keys(accessTable).filter((route) => route.startsWith('GET '))
/** Where organisers look after photos, and say who is in them. */
const desk = /^GET \/organise\/:project\/:meeting\/photos(\/:photo)?$/

test('whoever says no, in whatever way, is in no picture, on no page and in no file from then on', async () => {
  const here = await shownEverywhere()
  const people: [string, Somebody][] = []
  for (const [name, way] of Object.entries(ways)) people.push([name, await here.bring(name, way)])
  const before = await walk(here, people)
  for (const [name] of people) expect([name, before.get(name)]).toEqual([name, expect.arrayContaining(everywhere)])
  for (const [name, somebody] of people) await ways[name]?.say(here, somebody)
  const after = await walk(here, people)
  expect([...after].filter(([, routes]) => routes.some((route) => !desk.test(route)))).toEqual([])
})

/** Where a photo is, as long as everybody in it agrees. */
const everywhere = [
  ...['GET /:project/:meeting/photos', 'GET /:project/:meeting/photos/:photo', 'GET /photos/:file'],
  ...['GET /:project/:meeting/news', 'GET /organise/:project/:meeting/news/preview'],
  ...['GET /mine/:token/album', 'GET /mine/:token/album/:file', 'GET /speaker/:token/album'],
]

test('whoever is in a photo sees it by their own link, though they say no, and can have it taken down', async () => {
  const here = await shownEverywhere()
  const somebody = await here.bring('own', {})
  await post(here, `/mine/${somebody.token}/photos`, words)
  const own = async () => (await here.app.inject({ url: `/mine/${somebody.token}/album` })).body
  expect(await own()).toContain(somebody.photo.id)
  await post(here, `/mine/${somebody.token}/album/${somebody.photo.id}/object`)
  expect(await own()).not.toContain(somebody.photo.id)
})

/** All that there is to read, asked by everybody who may: by the person, the routes on which a trace of their photo is. */
async function walk(here: Here, people: readonly [string, Somebody][]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(people.map(([name]) => [name, []]))
  for (const route of gets) {
    const headers = route.startsWith('GET /organise') ? here.headers : {}
    const ofPhoto = /:photo\b|:file\b/.test(route)
    const common = ofPhoto ? null : await here.app.inject({ url: addressOf(route, here.idsFor(route)), headers })
    for (const [name, { photo }] of people) {
      const answers = common ? [common] : await here.askFor(route, photo, headers)
      const seen = await Promise.all(answers.map((answer) => traces(answer, photo)))
      if (seen.some(Boolean)) found.get(name)?.push(route)
    }
  }
  return found
}
