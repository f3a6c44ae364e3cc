import { expect, test } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { story } from '../agenda/plan.ts'
import { liga, noor, sami } from '../cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { form, now, signedInAs, testApp } from '../world.ts'
import { fair, standing, workshopLetters } from './fair.ts'

const desk = '/organise/gen-y-city/kickoff/workshops'
const during = Temporal.Instant.from('2026-12-12T15:20:00Z')
const after = Temporal.Instant.from('2026-12-12T15:45:00Z')

/** People with their pages, and an organiser in front of theirs. */
async function open(places: Parameters<typeof fair>[0] = {}) {
  const here = await fair(places)
  await here.come(noor, sami, liga)
  const app = await testApp(here.db)
  const { cookie } = await signedInAs(here.db, here.organiser)
  const page = async (person: typeof noor) => {
    const registration = await registrationBy(here.db, person)
    const [token] = await here.db.transact((tx) => newManageLinks(tx, [registration], here.kickoff, now), {
      touches: 'nothing',
    })
    return `/mine/${token}/workshops`
  }
  const read = async (url: string) => textOf((await app.inject({ url: `${url}?lang=en`, headers: { cookie } })).body)
  const send = async (url: string, fields: Record<string, string> = {}) => {
    const sent = form(fields)
    return await app.inject({
      ...sent,
      method: 'POST',
      url,
      headers: { ...sent.headers, cookie: `${cookie}; lang=en` },
    })
  }
  return { ...here, app, page, read, send }
}

/** What a reader sees, without the markup. */
function textOf(body: string): string {
  return body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', '’')
}

test('the page says how many places are left, and afterwards that one is in or in line', async () => {
  const { page, read, send, db, bats } = await open({ bats: 1 })
  const own = await page(noor)
  expect(await read(own)).toContain('Sikspārņi 1 place left Choose')
  expect((await send(`${own}/no-such-workshop/choose`)).statusCode).toBe(404)
  const chosen = await send(`${own}/${bats.slug}/choose`)
  expect([chosen.statusCode, chosen.headers.location]).toEqual([303, `${own}#${bats.slug}`])
  expect(await read(own)).toContain('Sikspārņi You are in Give the place back')
  const theirs = await page(sami)
  expect(await read(theirs)).toContain('Sikspārņi Full: there is a waiting list Join the line')
  await send(`${theirs}/${bats.slug}/choose`)
  expect(await read(theirs)).toContain('You are number 1 in line Leave the line')
  expect(await standing(db, bats)).toEqual({ Noor: 'in', Sami: 'waiting' })
})

test('what is at the time of another says so beside it, and is refused', async () => {
  const { page, read, send, db, bats, logo } = await open({ bats: 1, logo: 1 })
  const own = await page(noor)
  await send(`${own}/${bats.slug}/choose`)
  expect(await read(own)).toContain('Logo You have already chosen “Sikspārņi” (17:00), which is at the same time.')
  const refused = await send(`${own}/${logo.slug}/choose`)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toMatch(/role="alert">You have already chosen/)
  expect(await standing(db, logo)).toEqual({})
})

test('what has begun or is over says so, and is refused', async () => {
  const { app, page, read, send, db, bats } = await open()
  const own = await page(noor)
  app.clock.now = during
  expect(await read(own)).toContain('This workshop has begun')
  expect((await send(`${own}/${bats.slug}/choose`)).statusCode).toBe(409)
  app.clock.now = after
  expect(await read(own)).toContain('This workshop is over')
  expect((await send(`${own}/${bats.slug}/choose`)).statusCode).toBe(409)
  expect(await standing(db, bats)).toEqual({})
})

test('opening the page changes nothing, and nobody’s name is on it', async () => {
  const { page, read, chooses, db, bats } = await open({ bats: 1 })
  await chooses(sami, bats)
  expect(await read(await page(noor))).not.toContain('Sami')
  expect(await standing(db, bats)).toEqual({ Sami: 'in' })
})

test('the page of the registration says in a line what was chosen', async () => {
  const { page, read, chooses, bats, radio } = await open({ bats: 1 })
  const mine = (await page(noor)).replace('/workshops', '')
  expect(await read(mine)).toContain('Choose workshops')
  await chooses(sami, bats)
  await chooses(noor, bats)
  await chooses(noor, radio)
  expect(await read(mine)).toContain('17:00 Sikspārņi (in line) · 17:45 Radio Change workshops')
})

test('everybody reads how many places are left, and no longer once it has begun', async () => {
  const { app, read, chooses, leaves, bats } = await open({ bats: 1, logo: 0, radio: 0 })
  const slot = `/gen-y-city/kickoff/${bats.slug}`
  for (const url of ['/gen-y-city/kickoff', slot]) expect(await read(url)).toContain('1 place left')
  await chooses(noor, bats)
  for (const url of ['/gen-y-city/kickoff', slot]) expect(await read(url)).toContain('Full: there is a waiting list')
  expect(await read(slot)).toContain('Register for the meeting first')
  await leaves(noor, bats)
  expect(await read(slot)).toContain('1 place left')
  app.clock.now = during
  for (const url of ['/gen-y-city/kickoff', slot]) expect(await read(url)).not.toContain('1 place left')
})

test('organisers set places, and a number that is none comes back with what is wrong', async () => {
  const { read, send, bats, radio } = await open({ bats: 0, logo: 0, radio: 0 })
  const wrong = await send(`${desk}/${bats.slug}`, { places: 'many' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="many"')
  expect((await send(`${desk}/${bats.slug}`, { places: '12' })).statusCode).toBe(303)
  expect(await read(desk)).toContain('0 / 12')
  expect((await send(`${desk}/${radio.slug}/close`)).statusCode).toBe(303)
  await send(`${desk}/${bats.slug}/close`)
  expect(await read(desk)).not.toContain('0 / 12')
})

test('organisers put somebody in by hand where there is room, and take them out; they hear of both', async () => {
  const { db, read, send, chooses, bats, logo } = await open({ bats: 1, logo: 1 })
  const [one, other] = [await registrationBy(db, noor), await registrationBy(db, sami)]
  expect((await send(`${desk}/${bats.slug}/put-in`, { registration: one.id })).statusCode).toBe(303)
  const full = await send(`${desk}/${bats.slug}/put-in`, { registration: other.id })
  expect([full.statusCode, textOf(full.body).includes('there are 0 places left, and 1 are needed')]).toEqual([
    409,
    true,
  ])
  const twice = await send(`${desk}/${logo.slug}/put-in`, { registration: one.id })
  expect([twice.statusCode, textOf(twice.body).includes('“Sikspārņi” (17:00)')]).toEqual([409, true])
  expect((await send(`${desk}/${bats.slug}/put-in`, {})).statusCode).toBe(422)
  expect((await send(`${desk}/${bats.slug}/put-in`, { registration: 'nobody' })).statusCode).toBe(404)
  await chooses(liga, bats)
  expect(await read(`${desk}/${bats.slug}`)).toMatch(/Taking part .*Noor.* In line .*Līga/)
  await send(`${desk}/${bats.slug}/take-out`, { registration: one.id })
  expect(await standing(db, bats)).toEqual({ Noor: 'left', Līga: 'in' })
  expect(await workshopLetters(db)).toEqual([
    'Līga: workshop-in Sikspārņi',
    'Noor: workshop-in Sikspārņi',
    'Noor: workshop-out Sikspārņi',
  ])
})

test('organisers see what is not released yet and what is off the agenda, and can open other slots too', async () => {
  const { db, project, kickoff, owner, day, read, send, release, shelve, bats } = await open()
  await shelve(bats)
  await release()
  const late = story('Vakara saruna', { type: 'discussion', dayId: day.id })
  const { slug } = await addSlot(db, project, kickoff, late, owner, now)
  const page = await read(desk)
  expect(page).toMatch(/Sign-up for other parts of the agenda .*Vakara saruna/)
  expect(page).toMatch(/Sikspārņi Off the agenda/)
  await send(`${desk}/${slug}`, { places: '8' })
  expect(await read(desk)).toMatch(/Vakara saruna Not released yet/)
})
