import { expect, test } from 'vitest'
import { abuseReports, voices, voiceVotes } from '../../db/schema.ts'
import { voiceBy } from '../dialogue/cast.ts'
import { form, signedInAs, testApp, world } from '../world.ts'

async function wall() {
  const here = await world()
  const { db, owner } = here
  const app = await testApp(db)
  const post = async (url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const sent = form(fields)
    return await app.inject({ method: 'POST', url, payload: sent.payload, headers: { ...sent.headers, ...headers } })
  }
  const asOwner = await signedInAs(db, owner)
  const see = async (url: string, headers: Record<string, string> = {}) =>
    (await app.inject({ url: `${url}?lang=en`, headers })).body
  return { ...here, post, see, asOwner }
}

test('an idea is put without an account, seen once approved, and voted for once by each browser', async () => {
  const { db, post, see, asOwner } = await wall()
  expect((await post('/gen-y-city/ideas', { text: 'Skeitparks' })).statusCode).toBe(409)
  await post('/organise/gen-y-city/dialogue/wall/open', {}, asOwner)
  expect((await post('/gen-y-city/ideas', { text: ' ', email: 'x' })).statusCode).toBe(422)
  const put = await post('/gen-y-city/ideas', { text: 'Skeitparks', name: 'Elza' })
  expect(put.headers.location).toBe('/gen-y-city/ideas/sent')
  const cookie = String(put.headers['set-cookie']).split(';')[0] ?? ''
  await post('/gen-y-city/ideas', { text: 'Skeitparks', name: 'Elza' }, { cookie })
  const [idea, ...more] = await db.select().from(voices)
  if (!idea) throw new Error('no idea')
  expect(more).toEqual([])
  expect(idea.voterHash).not.toContain(cookie.split('=')[1])
  expect(await see('/gen-y-city/ideas')).not.toContain('Skeitparks')
  expect(await see('/gen-y-city/ideas', { cookie })).toContain('Skeitparks')
  expect((await post(`/gen-y-city/ideas/${idea.id}/vote`)).statusCode).toBe(404)

  await post('/organise/gen-y-city/dialogue/items', { [`voice.${idea.id}`]: 'yes', deed: 'show' }, asOwner)
  expect((await voiceBy(db, idea)).status).toBe('shown')
  for (const _ of [1, 2]) await post(`/gen-y-city/ideas/${idea.id}/vote`, {}, { cookie })
  await post(`/gen-y-city/ideas/${idea.id}/vote`)
  expect(await db.select().from(voiceVotes)).toHaveLength(2)
  expect(await see('/gen-y-city/ideas')).toContain('2 votes')
  await post(`/gen-y-city/ideas/${idea.id}/vote`, { wish: 'take-back' }, { cookie })
  expect(await see('/gen-y-city/ideas')).toContain('1 vote')
  expect((await post(`/other-city/ideas/${idea.id}/vote`)).statusCode).toBe(404)
})

test('what does not belong is reported without a name, and stands with the organisers until dealt with', async () => {
  const { db, post, see, asOwner } = await wall()
  expect((await post('/gen-y-city/help', { words: '' })).statusCode).toBe(422)
  for (const _ of [1, 2]) await post('/gen-y-city/help', { words: '<i>Rupji</i>', page: '/gen-y-city/ideas' })
  await post('/gen-y-city/help', { words: 'Citur', page: 'https://elsewhere.example.org/' })
  const reports = await db.select().from(abuseReports)
  expect(reports.map(({ words, path }) => [words, path])).toEqual([
    ['<i>Rupji</i>', '/gen-y-city/ideas'],
    ['Citur', ''],
  ])
  expect(await see('/organise/gen-y-city/dialogue/reports', asOwner)).toContain('&lt;i&gt;Rupji')
  for (const { id } of reports) await post(`/organise/gen-y-city/dialogue/reports/${id}/close`, {}, asOwner)
  expect(await see('/organise/gen-y-city/dialogue/reports', asOwner)).not.toContain('Rupji')
})
