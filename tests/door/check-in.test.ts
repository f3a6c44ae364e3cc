import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { checkIns, type DoorStep, doorSteps, headCounts, meetings, registrations } from '../../db/schema.ts'
import { takeSteps } from '../../server/check-ins/steps.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami } from '../cast.ts'
import { crew } from '../crew.ts'
import { bringClass } from '../parties/cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const door = '/organise/gen-y-city/kickoff/door'

async function evening() {
  const here = await world()
  const { db, project, kickoff, pupils, outsider } = here
  const { elsewhere, usher, usherElsewhere, host } = await crew(here)
  for (const person of [liga, noor]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const app = await testApp(db)
  const press = async (address: string, fields: Record<string, string> = {}, who = usher) => {
    const { headers, payload } = form(fields)
    const cookie = await signedInAs(db, who)
    const url = `${door}/${address}`
    return (await app.inject({ method: 'POST', url, headers: { ...headers, ...cookie }, payload })).statusCode
  }
  const page = async (query = '', headers = {}) =>
    await app.inject({ url: `${door}?lang=en${query}`, headers: { ...(await signedInAs(db, usher)), ...headers } })
  const ligas = await registrationBy(db, liga)
  const later = (seconds: number) => {
    app.clock.now = now.add({ seconds })
  }
  return { ...here, app, press, page, ligas, later, elsewhere, usher, usherElsewhere, host, outsider }
}

test('whoever comes is checked in once, said kindly the second time, and taken back', async () => {
  const { db, press, page, ligas, later } = await evening()
  for (const seconds of [0, 60]) {
    later(seconds)
    expect(await press(`${ligas.id}/in`, { search: 'liga' })).toBe(303)
  }
  expect(await db.select().from(checkIns)).toMatchObject([{ registrationId: ligas.id, participantId: null, at: now }])
  const { body } = await page()
  expect([body.includes('Already in, since'), body.includes('1 is in'), body.includes('door-doubled">')]).toEqual([
    ...[true, true, false],
  ])
  await press(`${ligas.id}/undo`)
  expect(await db.select().from(checkIns)).toEqual([])
  await press(`${ligas.id}/in`)
  expect(await db.select().from(checkIns)).toHaveLength(1)
  expect((await db.select().from(doorSteps)).map(({ deed }) => deed)).toEqual(['in', 'undone', 'in'])
})

test('what two phones saw comes to the same in whatever order it is heard: the first scan, and a double', async () => {
  const { db, kickoff, page, ligas, usher } = await evening()
  const step = (id: string, device: string, seconds: number, deed: 'in' | 'undone' = 'in'): DoorStep => ({
    ...{ id, device, deed, meetingId: kickoff.id, registrationId: ligas.id, participantId: null, by: usher.id },
    ...{ at: now.add({ seconds }), receivedAt: now.add({ hours: 1 }) },
  })
  const [mistaken, undone] = [step('a', 'one', 1), step('b', 'one', 2, 'undone')]
  const [early, late] = [step('c', 'two', 5), step('d', 'one', 9)]
  for (const order of [
    [mistaken, undone, early, late],
    [late, early, undone, mistaken, late],
  ]) {
    await db.transact((tx) => tx.delete(doorSteps), { touches: 'nothing' })
    for (const one of order) await db.transact((tx) => takeSteps(tx, kickoff, [one]), { touches: 'nothing' })
    expect(await db.select().from(checkIns)).toMatchObject([{ at: early.at }])
    expect((await page()).body).toContain('door-doubled">')
  }
})

test('a step about somebody of another meeting is not taken', async () => {
  const { db, project, pupils, elsewhere, ligas, page, press } = await evening()
  await register(db, project, elsewhere, { ...sami, groupId: pupils.id }, now)
  expect(await press(`${(await registrationBy(db, sami)).id}/in`)).toBe(404)
  await press(`${ligas.id}/in`, { participant: 'somebody-else' })
  expect(await db.select().from(doorSteps)).toEqual([])
  expect((await page()).body).toContain('0 are in')
})

test('nobody is let in on a registration that has ended; whoever came before that is seen and can be taken back', async () => {
  const { db, project, kickoff, press, page, ligas } = await evening()
  await press(`${ligas.id}/in`)
  const noors = await registrationBy(db, noor)
  for (const one of [ligas, noors]) await cancel(db, project, kickoff, one, now)
  expect(await press(`${noors.id}/in`)).toBe(409)
  expect(await db.select().from(checkIns)).toMatchObject([{ registrationId: ligas.id }])
  const { body } = await page()
  const shows = ['0 people', '1 is in', 'Līga', 'Cancelled', 'Noor'].map((text) => body.includes(text))
  expect(shows).toEqual([true, true, true, true, false])
  expect(await press(`${ligas.id}/undo`)).toBe(303)
  const after = (await page()).body
  expect([after.includes('Nobody is expected yet'), after.includes('Līga')]).toEqual([true, false])
})

test('whoever waits and is let in all the same stands in the list from then on', async () => {
  const { db, project, kickoff, pupils, press, page } = await evening()
  await db.transact((tx) => tx.update(meetings).set({ capacity: 2 }).where(eq(meetings.id, kickoff.id)), {
    touches: 'everything',
  })
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  expect((await page()).body).not.toContain('Sami')
  await press(`${(await registrationBy(db, sami)).id}/in`)
  expect((await page()).body).toContain('Sami')
})

test('a class opens: each who is named is ticked by themselves, and the others are counted', async () => {
  const { db, project, kickoff, pupils, ligas, press, page } = await evening()
  await bringClass(db, project, kickoff, { names: ['Žanis Ābols'], pupils: 3, adults: 2, groupId: pupils.id })
  const [brought] = await db.select().from(registrations).where(eq(registrations.kind, 'class'))
  const id = brought?.id ?? ''
  const { body } = await page('&search=zanis')
  const participant = body.match(/name="participant" value="([^"]+)"/)?.[1] ?? 'none'
  await press(`${id}/in`, { participant })
  for (const people of ['3', '2']) await press(`${id}/count`, { people })
  expect(await db.select().from(checkIns)).toMatchObject([{ registrationId: id, participantId: participant }])
  expect(await db.select().from(headCounts)).toMatchObject([{ registrationId: id, groupId: pupils.id, people: 2 }])
  expect((await page()).body).toContain('3 are in')
  for (const people of ['many', '-1', '1000', '']) expect(await press(`${id}/count`, { people })).toBe(422)
  expect(await press(`${ligas.id}/count`, { people: '2' })).toBe(400)
})

test('the code on their page leads the door to them alone, and says nothing to anybody else', async () => {
  const { db, app, kickoff, ligas, usher, usherElsewhere, host, outsider } = await evening()
  const [link] = await db.transact((tx) => newManageLinks(tx, [ligas], kickoff, now), { touches: 'nothing' })
  expect((await app.inject({ url: `/mine/${link}?lang=en` })).body).toContain('QR code to show at the door')
  expect(ligas.doorToken).toMatch(/^[0-9a-f]{32}$/)
  const open = async (token: string, headers = {}) => await app.inject({ url: `/door/${token}?lang=en`, headers })
  const nobody = await open('f'.repeat(32))
  for (const headers of [
    {},
    ...(await Promise.all([usherElsewhere, host, outsider].map((who) => signedInAs(db, who)))),
  ])
    expect((await open(`${ligas.doorToken}`, headers)).body.replaceAll(`${ligas.doorToken}`, 'f'.repeat(32))).toBe(
      nobody.body,
    )
  const led = await open(`${ligas.doorToken}`, await signedInAs(db, usher))
  expect(led.headers.location).toBe(`${door}?only=${ligas.id}`)
  const { body } = await app.inject({ url: `${led.headers.location}&lang=en`, headers: await signedInAs(db, usher) })
  expect([body.includes('Līga'), body.includes('Noor')]).toEqual([true, false])
})

test('the sheet of paper has everybody expected, blank lines, and no address', async () => {
  const { app, db, project, kickoff, pupils, usher } = await evening()
  await register(db, project, kickoff, { ...sami, groupId: pupils.id }, now)
  const { body } = await app.inject({ url: `${door}/sheet?lang=en`, headers: await signedInAs(db, usher) })
  expect(body.match(/class="sign"/g)).toHaveLength(3 + 15)
  expect(body).not.toMatch(/@example/)
})
