import { expect, test } from 'vitest'
import { guardianConsents, history, speakers } from '../../db/schema.ts'
import { draftChanges } from '../../server/agenda/draft-changes.ts'
import { draftAgenda, releasedAgenda } from '../../server/agenda/queries.ts'
import { planned } from '../../server/agenda/release.ts'
import { guardianAnswers } from '../../server/guardians/queries.ts'
import { guardianStanding } from '../../server/guardians/rules.ts'
import { unpictured } from '../../server/speakers/queries.ts'
import { dump } from '../dump.ts'
import { form, now, signedInAs } from '../world.ts'
import { linkTo, placesNaming, type Youth, youth } from './young.ts'

const [anna, juris] = ['anna@example.org', 'juris@example.org']
const yes = { nameAgreed: 'yes', signedBy: 'Anna Liepa', answer: 'choices' }
const no = { answer: 'none' }
const everywhere = ['', '/changes', '/embed', '/now', '/schedule.json', '/siksparni', '/siksparni/calendar.ics']

async function answered(here: Youth, email: string, fields: Record<string, string>, deed = '') {
  const url = (await linkTo(here.db, email)) + deed
  return await here.app.inject({ method: 'POST', url, ...form(fields) })
}

test('opening the link changes nothing, however often scanners do', async () => {
  const { db, app, ask } = await youth()
  await ask(anna)
  const before = await dump(db)
  const url = await linkTo(db, anna)
  for (const method of ['GET', 'HEAD', 'GET'] as const) {
    const { statusCode, headers } = await app.inject({ method, url })
    expect([statusCode, headers['cache-control'], headers['referrer-policy']]).toEqual([
      ...[200, 'private, no-store', 'no-referrer'],
    ])
  }
  expect((await app.inject({ url: `${url}/not-mine` })).statusCode).toBe(404)
  expect(await dump(db)).toEqual(before)
})

test('nothing is ticked beforehand, and of others the page says nothing', async () => {
  const { db, app, ask } = await youth()
  await ask(anna)
  await ask(juris)
  const { body } = await app.inject({ url: `${await linkTo(db, anna)}?lang=en` })
  expect(body).not.toMatch(/ checked|juris@|anna@|elina@/)
  expect(body).toMatch(/Elīna is going to speak[\s\S]*Sikspārņi[\s\S]*Kick-off[\s\S]*12 December 2026/)
})

test('a yes names the text, the time and who signed; the name enters with the next release, and everywhere', async () => {
  const here = await youth()
  const { db, app, kickoff, ask, release } = here
  await ask(anna)
  await release()
  expect(await placesNaming(app, 'Elīna')).toEqual([])
  expect((await answered(here, anna, yes)).statusCode).toBe(303)
  expect(await db.select().from(guardianConsents)).toMatchObject([
    {
      ...{ nameAgreed: true, pictureAgreed: false, signedBy: 'Anna Liepa' },
      ...{ answeredAt: now, textVersion: 'guardian.consent-1' },
    },
  ])
  expect(await placesNaming(app, 'Elīna')).toEqual([])
  const changes = draftChanges(await releasedAgenda(db, kickoff), planned(await draftAgenda(db, kickoff)))
  expect(changes.map(({ kind }) => kind)).toEqual(['rewritten'])
  await release()
  expect(await placesNaming(app, 'Elīna')).toEqual(everywhere)
})

test('taken back, the name is gone at once from every page, file and old version, and the slot stays', async () => {
  const here = await youth()
  const { app, ask, release } = here
  await release()
  await ask(anna)
  await answered(here, anna, yes)
  await release()
  const etags = async () => {
    const files = ['/siksparni/calendar.ics', '/schedule.json', '']
    const all = await Promise.all(files.map((file) => app.inject({ url: `/gen-y-city/kickoff${file}` })))
    return all.map(({ headers, body }) => [headers.etag, body.includes('Sikspārņi')])
  }
  const before = await etags()
  expect(await placesNaming(app, 'Elīna')).not.toEqual([])
  expect((await answered(here, anna, no)).statusCode).toBe(303)
  expect(await placesNaming(app, 'Elīna')).toEqual([])
  const after = await etags()
  after.forEach(([etag, isThere], i) => {
    expect([etag === before[i]?.[0], isThere]).toEqual([false, true])
  })
})

test('the answer is shown again, and can be changed at any time, also in an archived project', async () => {
  const here = await youth()
  const { db, app, ask } = here
  await ask(anna)
  await answered(here, anna, yes)
  const { body } = await app.inject({ url: `${await linkTo(db, anna)}?lang=en` })
  expect(body).toMatch(
    /Thank you for your answer[\s\S]*may be public[\s\S]*not public[\s\S]*Anna Liepa[\s\S]*23 November 2026/,
  )
  app.clock.now = here.kickoff.endsAt.add({ hours: 24 * 29 })
  await answered(here, anna, { ...yes, pictureAgreed: 'yes' })
  expect(await unpictured(db, here.project)).toEqual(new Set())
})

test('the same answer twice is one, and nothing is written down again', async () => {
  const here = await youth()
  await here.ask(anna)
  await answered(here, anna, yes)
  const before = await dump(here.db)
  here.app.clock.now = now.add({ hours: 1 })
  await answered(here, anna, yes)
  expect(await dump(here.db)).toEqual(before)
})

test.each([
  ['nothing is ticked', { answer: 'choices', signedBy: 'Anna' }, 'nameAgreed'],
  ['a yes is not signed', { answer: 'choices', nameAgreed: 'yes', signedBy: '' }, 'signedBy'],
  ['the signature is a dot', { answer: 'choices', pictureAgreed: 'yes', signedBy: '.' }, 'signedBy'],
  ['the signature has lines', { answer: 'choices', nameAgreed: 'yes', signedBy: 'Anna\nLiepa' }, 'signedBy'],
])('when %s, the form comes back with the problem beside its field', async (_, fields, field) => {
  const here = await youth()
  await here.ask(anna)
  const before = await dump(here.db)
  const { statusCode, body } = await answered(here, anna, fields)
  expect([statusCode, body.includes(`id="field-${field}-problem"`)]).toEqual([422, true])
  expect(await dump(here.db)).toEqual(before)
})

test('of two guardians one yes is enough, until the other says no; each takes back their own', async () => {
  const here = await youth()
  const { db, kickoff, ask } = here
  const standing = async () => [...(await guardianAnswers(db, kickoff)).values()].map(guardianStanding)
  await ask(anna)
  await ask(juris)
  const steps: unknown[] = [await standing()]
  const deeds = [
    [anna, yes],
    [juris, no],
    [juris, { ...yes, pictureAgreed: 'yes' }],
    [anna, no],
  ] as const
  for (const [email, fields] of deeds) {
    await answered(here, email, fields)
    steps.push(await standing())
  }
  expect(steps).toEqual([['waiting'], ['name-only'], ['refused'], ['name-only'], ['refused']])
})

test('whoever was asked by mistake refuses nothing, sees nothing more, and the organisers learn of it', async () => {
  const here = await youth()
  const { db, app, ask, organiser } = here
  await ask(anna)
  await ask(juris)
  await answered(here, anna, yes)
  await answered(here, juris, {}, '/not-mine')
  const url = `${await linkTo(db, juris)}?lang=en`
  const { statusCode, body } = await app.inject({ url })
  expect([statusCode, /Elīna|Kick-off|Sikspārņi/.test(body)]).toEqual([200, false])
  expect((await answered(here, juris, yes)).statusCode).toBe(404)
  expect(await ask(juris, null)).toBe('guardian.problem-not-mine')
  expect([...(await guardianAnswers(db, here.kickoff)).values()].map(guardianStanding)).toEqual(['name-only'])
  await answered(here, anna, {}, '/not-mine')
  const headers = { ...(await signedInAs(db, organiser)), 'accept-language': 'en' }
  const overview = await app.inject({ url: '/organise/gen-y-city/kickoff', headers })
  expect(overview.body).toMatch(/One young speaker has no guardian’s yes[\s\S]*2 addresses given as a guardian’s/)
})

test('a no told by telephone is noted by an organiser, and holds at once', async () => {
  const here = await youth()
  const { db, app, ask, release, elina, organiser } = here
  await ask(anna)
  await answered(here, anna, yes)
  await release()
  const url = `/organise/gen-y-city/kickoff/speakers/${elina.id}/guardian/withdraw`
  const body = form({})
  const headers = { ...body.headers, ...(await signedInAs(db, organiser)) }
  expect((await app.inject({ method: 'POST', url, ...body, headers })).statusCode).toBe(303)
  expect(await placesNaming(app, 'Elīna')).toEqual([])
  const deeds = (await db.select().from(history)).filter(({ deed }) => deed.startsWith('guardian.'))
  expect(deeds.map(({ deed, organiserId }) => [deed, organiserId])).toContainEqual(['guardian.withdrawn', organiser.id])
})

test('a link that has run out, or was torn, says whom to write to', async () => {
  const here = await youth()
  const { db, app, ask, kickoff } = here
  await ask(anna)
  const url = await linkTo(db, anna)
  const torn = await app.inject({ url: `${url}x?lang=en` })
  expect([torn.statusCode, torn.body.includes('This link no longer works')]).toEqual([404, true])
  app.clock.now = kickoff.endsAt.add({ hours: 24 * 61 })
  const late = await app.inject({ url })
  expect([late.statusCode, /mailto:jaunatne@example.org/.test(late.body), late.body.includes('Elīna')]).toEqual([
    ...[404, true, false],
  ])
  expect((await answered(here, anna, yes)).statusCode).toBe(404)
})

test('hostile names stay words, in the page and in what organisers see', async () => {
  const here = await youth({ name: '<b>Elīna</b> {{x}}' })
  const { db, app, ask, elina, organiser } = here
  await ask(anna)
  await answered(here, anna, { ...yes, signedBy: '<script>alert(1)</script>' })
  const profile = `/organise/gen-y-city/kickoff/speakers/${elina.id}/guardian`
  for (const url of [await linkTo(db, anna), profile]) {
    const { statusCode, body } = await app.inject({ url, headers: await signedInAs(db, organiser) })
    expect([statusCode, /<script>alert|<b>/.test(body)]).toEqual([200, false])
  }
})

test('somebody who has come of age decides alone, and the page says so', async () => {
  const { db, app, ask } = await youth()
  await ask(anna)
  await db.transact((tx) => tx.update(speakers).set({ minor: false }), { touches: 'everything' })
  const { body } = await app.inject({ url: `${await linkTo(db, anna)}?lang=en` })
  expect([body.includes('18 or older'), body.includes('<form')]).toEqual([true, false])
})
