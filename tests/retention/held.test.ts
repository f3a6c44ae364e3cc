import { expect, test } from 'vitest'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { erase } from '../../server/my-data/erase.ts'
import { register } from '../../server/registrations/register.ts'
import { forgetPeople } from '../../server/retention/forget-people.ts'
import { heldIn } from '../../server/retention/held.ts'
import { liga, noor, sami } from '../cast.ts'
import { freshFolder } from '../database.ts'
import { askTwoThings, giveEverything } from '../my-data/rich.ts'
import { registrationBy } from '../registrations/places.ts'
import { addSpeaker } from '../speakers/cast.ts'
import { now, signedInAs, testApp, world } from '../world.ts'

const days = (number: number) => ({ hours: 24 * number })

/** Two people with everything, one with nothing but a name, in a meeting that keeps them for ten days. */
async function full() {
  const here = await world({ keepDays: 10 })
  const { db, project, kickoff } = here
  const asked = await askTwoThings(db, kickoff, now)
  for (const person of [noor, sami, liga]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  for (const [word, person] of Object.entries({ plum: noor, quince: sami }))
    await giveEverything(db, null, await registrationBy(db, person), asked, word, now)
  await addSpeaker(db, project)
  return here
}

test('what is held is counted from the rows, with the day on which the last of it goes', async () => {
  const { db, project, kickoff } = await full()
  const { meetings, speakers } = await heldIn(db, project)
  const [in7, in10] = [7, 10].map((number) => kickoff.endsAt.add(days(number)))
  expect(meetings).toEqual([
    {
      meeting: kickoff,
      rows: [
        { kind: 'people', meetingId: kickoff.id, rows: 3, until: in10 },
        { kind: 'participants', meetingId: kickoff.id, rows: 2, until: in10 },
        { kind: 'answers', meetingId: kickoff.id, rows: 2, until: in10 },
        { kind: 'answers', meetingId: kickoff.id, rows: 2, until: in7 },
        { kind: 'files', meetingId: kickoff.id, rows: 2, until: in10 },
        { kind: 'guardians', meetingId: kickoff.id, rows: 2, until: in10 },
        { kind: 'letters', meetingId: kickoff.id, rows: 3, until: in10 },
      ],
      stays: { all: 3, people: 5, forgotten: 0 },
      wentAt: null,
      erased: 0,
    },
  ])
  expect(speakers).toMatchObject({ rows: 1, until: in10 })
})

test('what went, and when, is told; counts stay', async () => {
  const { db, project, kickoff } = await full()
  await erase(db, filesInFolder(freshFolder()), project, kickoff, await registrationBy(db, liga), now)
  const later = kickoff.endsAt.add(days(11))
  await forgetPeople(db, filesInFolder(freshFolder()), later)
  expect((await heldIn(db, project)).meetings).toEqual([
    { meeting: kickoff, rows: [], stays: { all: 3, people: 5, forgotten: 3 }, wentAt: later, erased: 1 },
  ])
})

test('organisers see it of their project alone', async () => {
  const { db, organiser, outsider } = await full()
  const app = await testApp(db)
  const see = async (who: { id: string }, project: string) =>
    await app.inject({
      url: `/organise/${project}/held`,
      headers: { ...(await signedInAs(db, who)), 'accept-language': 'en' },
    })
  const { body } = await see(organiser, 'gen-y-city')
  for (const piece of ['Names and addresses', '22 December 2026', '19 December 2026', 'Kept for 10 days'])
    expect(body).toContain(piece)
  expect(body).not.toMatch(/noor|plum/i)
  expect((await see(outsider, 'gen-y-city')).statusCode).toBe(404)
  expect((await see(outsider, 'other-city')).body).not.toContain('Kick-off')
})
