import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Meeting } from '../../db/schema.ts'
import { history, letters, placeSteps } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { mailingsOf } from '../../server/mailings/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { config } from '../mail/config.ts'
import { addMeeting, form, now, signedInAs, testApp, world } from '../world.ts'
import { lettersTo, lettersWent, places, registrationBy } from './places.ts'

const desk = '/organise/gen-y-city/kickoff/registrations'

async function four(meeting: Partial<Meeting> = {}) {
  const here = await world(meeting)
  const { db, project, kickoff, pupils } = here
  for (const person of [noor, sami, liga, mark])
    await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const app = await testApp(db)
  const headers = await signedInAs(db, here.organiser)
  const send = async (step: 'plan' | 'do', fields: Record<string, string>, who = headers) => {
    const body = form(fields)
    const sent = { payload: body.payload, headers: { ...body.headers, ...who } }
    return await app.inject({ method: 'POST', url: `${desk}/${step}?lang=en`, ...sent })
  }
  const ticked = async (...people: { email: string }[]) => {
    const found = await Promise.all(people.map((person) => registrationBy(db, person)))
    return Object.fromEntries(found.map(({ id }) => [`chosen.${id}`, 'yes']))
  }
  const deedsDone = async () =>
    (await db.select().from(history).where(eq(history.projectId, project.id)))
      .filter(({ deed }) => deed.startsWith('registrations.'))
      .map(({ deed, facts }) => `${deed} ${facts.people}`)
  return { ...here, app, headers, send, ticked, deedsDone }
}

test('what would be cancelled is shown first, with whom it cannot reach, and nothing is done by looking', async () => {
  const { db, kickoff, send, ticked } = await four({ capacity: 2 })
  await send('do', { deed: 'cancel', ...(await ticked(mark)) })
  const before = await places(db, kickoff)
  const { body } = await send('plan', { deed: 'cancel', look: '?sort=name', ...(await ticked(noor, sami, mark)) })
  expect(body).toContain('Cancel 2 registrations')
  expect(body).toMatch(/Already ended \(1\):<\/p><ul class="planned"><li>Марк/)
  expect(await places(db, kickoff)).toEqual(before)
})

test('those ticked are cancelled together, the next in line are offered their places, and the look is kept', async () => {
  const { db, kickoff, send, ticked, deedsDone } = await four({ capacity: 2 })
  const fields = { deed: 'cancel', look: '?sort=name&columns=email', ...(await ticked(noor, liga)) }
  const answer = await send('do', fields)
  expect(answer.headers.location).toBe(`${desk}?sort=name&columns=email`)
  const after = { Noor: 'cancelled', Sami: 'confirmed', Līga: 'cancelled', Марк: 'offered' }
  expect(await places(db, kickoff)).toEqual(after)
  expect(await lettersTo(db, liga)).toEqual(['left', 'waiting'])
  const steps = await db.select().from(placeSteps)
  await send('do', fields)
  expect(await places(db, kickoff)).toEqual(after)
  expect(await db.select().from(placeSteps)).toEqual(steps)
  expect(await deedsDone()).toEqual(['registrations.cancelled 2'])
})

test('all whom a look finds are meant without ticking, but nobody who has come since', async () => {
  const { db, project, kickoff, pupils, send } = await four({ capacity: 2 })
  const { body } = await send('plan', { deed: 'cancel', all: 'yes', look: '?status=waiting' })
  expect(body).toContain('Cancel 2 registrations')
  const upto = /name="upto" value="(\d+)"/.exec(body)?.[1] ?? ''
  const late = { name: 'Late', email: 'late@example.org', locale: 'en' as const, groupId: pupils.id }
  await register(db, project, kickoff, late, now)
  await send('do', { deed: 'cancel', all: 'yes', look: '?status=waiting', upto })
  expect(await places(db, kickoff)).toMatchObject({
    Noor: 'confirmed',
    Līga: 'cancelled',
    Марк: 'cancelled',
    Late: 'waiting',
  })
})

test('requests are approved as far as there is room, and turned down', async () => {
  const { db, kickoff, send, ticked, deedsDone } = await four({ approval: true, capacity: 1 })
  const seen = (await send('plan', { deed: 'approve', ...(await ticked(noor, sami)) })).body
  expect(seen).toContain('Approve 2 requests')
  await send('do', { deed: 'approve', ...(await ticked(sami, noor)) })
  await send('do', { deed: 'refuse', ...(await ticked(noor, mark)) })
  expect(await places(db, kickoff)).toEqual({ Noor: 'confirmed', Sami: 'waiting', Līga: 'requested', Марк: 'refused' })
  expect(await lettersTo(db, noor)).toContain('confirmation')
  expect(await deedsDone()).toEqual(['registrations.approved 2', 'registrations.refused 1'])
})

test('places are offered to as many as fit, first come first', async () => {
  const { db, kickoff, send, ticked } = await four({ capacity: 2, promotionPausedAt: now })
  await send('do', { deed: 'cancel', ...(await ticked(noor)) })
  const { body } = await send('plan', { deed: 'offer', ...(await ticked(mark, liga, sami)) })
  expect(body).toMatch(/Not in the line \(1\):<\/p><ul class="planned"><li>Sami/)
  expect(body).toMatch(/There is no room for these \(1\):<\/p><ul class="planned"><li>Марк/)
  await send('do', { deed: 'offer', ...(await ticked(mark, liga, sami)) })
  expect(await places(db, kickoff)).toMatchObject({ Sami: 'confirmed', Līga: 'offered', Марк: 'waiting' })
})

test('ids of another meeting, or of none, are nobody’s', async () => {
  const { db, project, kickoff, pupils, send } = await four()
  const other = await addMeeting(db, project, { slug: 'other', number: 2 })
  const there = { name: 'There', email: 'there@example.org', locale: 'en' as const, groupId: pupils.id }
  const { registration } = await register(db, project, other, there, now)
  const foreign = { [`chosen.${registration.id}`]: 'yes', 'chosen.no-such': 'yes' }
  expect((await send('plan', { deed: 'cancel', ...foreign })).body).toContain('Nobody it can be done with')
  await send('do', { deed: 'cancel', ...foreign })
  expect((await send('plan', { deed: 'write', ...foreign })).statusCode).toBe(422)
  expect([await places(db, other), await lettersTo(db, there)]).toEqual([{ There: 'confirmed' }, ['confirmation']])
  expect(Object.values(await places(db, kickoff))).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed'])
})

test('a form that names no deed is refused, and an outsider finds none', async () => {
  const { db, outsider, kickoff, send, ticked } = await four()
  expect((await send('do', await ticked(noor))).statusCode).toBe(422)
  const foreign = await signedInAs(db, outsider)
  expect((await send('do', { deed: 'cancel', ...(await ticked(noor)) }, foreign)).statusCode).toBe(404)
  expect((await send('plan', { deed: 'cancel', ...(await ticked(noor)) }, foreign)).statusCode).toBe(404)
  expect(await places(db, kickoff)).toMatchObject({ Noor: 'confirmed' })
})

test('a letter to those ticked is a mailing to them alone, written once', async () => {
  const { db, kickoff, app, headers, send, ticked } = await four()
  const whom = await ticked(noor, sami)
  const drafted = await send('plan', { deed: 'write', look: '', ...whom })
  expect(drafted.body).toContain('2 people get it')
  const [, once = ''] = /name="once" value="([^"]+)"/.exec(drafted.body) ?? []
  const words = { kind: 'about', 'subject.en': 'Bring water', 'text.en': 'It gets hot.' }
  const body = form({ deed: 'write', look: '', once, ...words, ...whom })
  const url = '/organise/gen-y-city/kickoff/mailings'
  const sent = { payload: body.payload, headers: { ...body.headers, ...headers } }
  for (const _ of [1, 2]) expect((await app.inject({ method: 'POST', url, ...sent })).statusCode).toBe(303)
  const kept = await mailingsOf(db, kickoff)
  const ids = Object.keys(whom).map((name) => name.replace('chosen.', ''))
  expect(kept.map(({ audience }) => audience.ids?.toSorted())).toEqual([ids.toSorted()])
  expect(await lettersTo(db, noor)).toEqual(['confirmation'])
})

test('whoever is moved registers there by its rules, leaves here, and reads both in one letter', async () => {
  const { db, project, kickoff, pupils, send, ticked, deedsDone } = await four({ capacity: 2 })
  const other = await addMeeting(db, project, { slug: 'other', number: 2, capacity: 2, title: { en: 'Second' } })
  await register(db, project, other, { ...sami, groupId: pupils.id }, now)
  await lettersWent(db, now)
  const whom = await ticked(noor, sami, liga)
  expect((await send('plan', { deed: 'move', ...whom })).body).toContain('To which meeting')
  const { body } = await send('plan', { deed: 'move', meeting: other.id, ...whom })
  expect(body).toContain('Move 2 registrations')
  expect(body).toMatch(/would wait in line \(1\):<\/p><ul class="planned"><li>Līga/)
  expect(body).toMatch(/Registered there already, so they stay \(1\):<\/p><ul class="planned"><li>Sami/)
  for (const _ of [1, 2]) await send('do', { deed: 'move', meeting: other.id, ...whom })
  expect(await places(db, kickoff)).toEqual({
    Noor: 'cancelled',
    Sami: 'confirmed',
    Līga: 'cancelled',
    Марк: 'offered',
  })
  expect(await places(db, other)).toEqual({ Sami: 'confirmed', Noor: 'confirmed', Līga: 'waiting' })
  const unsent = (await db.select().from(letters)).filter(({ sentAt }) => sentAt === null)
  expect(unsent.map(({ kind, recipient }) => `${kind} ${recipient}`).sort()).toEqual([
    'confirmation noor@example.org',
    'offer mark@example.org',
    'waiting liga@example.org',
  ])
  const letter = unsent.find(({ kind }) => kind === 'confirmation')
  const written = letter && (await writers.confirmation?.(db, letter, { config, now }))
  expect(written?.text).toContain('“Kick-off”')
  expect(written?.calendar?.content).toContain(other.id)
  expect(written?.files?.[0]?.content).toContain('METHOD:CANCEL')
  expect(written?.files?.[0]?.content).toContain(kickoff.id)
  expect(await deedsDone()).toEqual(['registrations.moved 2'])
})
