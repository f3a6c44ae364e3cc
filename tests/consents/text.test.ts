import { expect, test } from 'vitest'
import { consentTexts, history, letters } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { dump } from '../dump.ts'
import { answer, child, linkIn, ofAge, teenager, youngMeeting } from '../guardianships/cast.ts'
import { lettersTo } from '../registrations/places.ts'
import { form, signedInAs } from '../world.ts'

const page = '/organise/gen-y-city/consent'
const words = { photosText: 'consent.text-1' }

async function asOwner() {
  const here = await youngMeeting()
  const { db, app, owner } = here
  const post = async (fields: Record<string, string>, url = page, who: { id: string } = owner) => {
    const sent = form(fields)
    const headers = { ...sent.headers, ...(await signedInAs(db, who)) }
    return await app.inject({ method: 'POST', url, payload: sent.payload, headers })
  }
  const read = async () => (await app.inject({ url: `${page}?lang=en`, headers: await signedInAs(db, owner) })).body
  return { ...here, post, read }
}

test('the city’s own words take the place of ours, version by version, and none is ever edited', async () => {
  const { db, app, post, read, signUp } = await asOwner()
  expect(await read()).toContain('The original text')
  expect((await post({ 'text.lv': '' })).statusCode).toBe(422)
  for (const lv of ['Pilsētas vārdi.', 'Pilsētas vārdi.', 'Citi vārdi.']) await post({ 'text.lv': lv })
  const versions = await db.select().from(consentTexts)
  expect(versions.map(({ number, text }) => [number, text])).toEqual([
    [1, { lv: 'Pilsētas vārdi.' }],
    [2, { lv: 'Citi vārdi.' }],
  ])
  expect(await read()).toMatch(/Citi vārdi[\s\S]*All texts[\s\S]*text no. 2[\s\S]*text no. 1[\s\S]*Pilsētas vārdi/)
  expect((await signUp({ ...ofAge, further: '' })).body).toContain('Citi vārdi.')
  expect((await app.inject({ url: page })).statusCode).toBe(303)
})

test('whoever agreed to other words is asked again, once for each change, and the guardian for the young', async () => {
  const { db, app, post, read, signUp } = await asOwner()
  await signUp({ ...ofAge, further: 'adult', ...words, 'photos.web': 'yes' })
  await signUp({ ...ofAge, email: 'no@example.org', further: 'adult', ...words })
  await signUp({ ...teenager, further: 'young', guardianEmail: 'anna@example.org' })
  await signUp({ ...child, guardianEmail: 'silent@example.org' })
  const signed = { ...words, answer: 'photos', signedBy: 'Anna Liepa', 'photos.press': 'yes' }
  await answer(app, await linkIn(db, 'anna@example.org'), signed)
  await post({ 'text.lv': 'Pilsētas vārdi.' })
  expect(await read()).toContain('2 people have agreed to an earlier text')
  for (const _ of ['once', 'again']) expect((await post({}, `${page}/again`)).statusCode).toBe(303)
  const asked = await db.select().from(letters)
  const again = asked.filter(({ kind }) => kind === 'photos-changed' || kind === 'photos-again')
  expect(again.map(({ kind, recipient }) => [kind, recipient]).sort()).toEqual([
    ['photos-again', 'anna@example.org'],
    ['photos-changed', ofAge.email],
  ])
  for (const letter of again) {
    const written = await writers[letter.kind]?.(db, letter, { config: app.config, now: app.clock.now })
    expect([written?.subject, written?.text]).toEqual([
      expect.stringContaining('again'),
      expect.stringContaining(`${letter.token}`),
    ])
  }
  expect(await lettersTo(db, { email: 'no@example.org' })).toEqual(['confirmation'])
  expect((await db.select().from(history)).filter(({ deed }) => deed === 'consent.asked-again')).toHaveLength(1)
})

test('only owners read and change the words; to everybody else the page is not there', async () => {
  const { db, app, post, organiser, outsider } = await asOwner()
  await signedInAs(db, outsider)
  await signedInAs(db, organiser)
  const before = await dump(db)
  for (const who of [organiser, outsider]) {
    expect((await app.inject({ url: page, headers: await signedInAs(db, who) })).statusCode).toBe(404)
    for (const url of [page, `${page}/again`])
      expect((await post({ 'text.lv': 'Mani vārdi' }, url, who)).statusCode).toBe(404)
  }
  expect(await dump(db)).toEqual(before)
})
