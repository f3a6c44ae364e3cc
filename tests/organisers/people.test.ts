import { expect, test } from 'vitest'
import { desc } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { history, organisers } from '../../db/schema.ts'
import { changeRole, invite, removeColleague } from '../../server/organisers/people.ts'
import { memberOf, membersOf } from '../../server/organisers/queries.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'
import { lettersOf } from './visits.ts'

const liga = { name: 'Līga Kalna', email: 'Liga@example.org', role: 'organiser' } as const

test('an invited colleague is in, gets a letter without a secret, and it is written down', async () => {
  const { db, project, owner } = await world()
  await invite(db, project, liga, owner, now)

  const members = await membersOf(db, project)
  expect(members.map(({ organiser, role }) => [organiser.email, role])).toContainEqual([
    'liga@example.org',
    'organiser',
  ])
  const [letter, ...others] = await lettersOf(db)
  expect(others).toEqual([])
  expect(letter).toMatchObject({
    kind: 'invitation',
    recipient: 'liga@example.org',
    locale: 'lv',
    projectId: project.id,
  })
  expect(letter?.token).toBe(null)
  expect(await deedsOf(db)).toEqual([
    ['people.invited', owner.id, { colleague: letter?.organiserId, role: 'organiser' }],
  ])
})

test('inviting somebody who is in already changes nothing', async () => {
  const { db, project, owner } = await world()
  const before = await membersOf(db, project)
  await invite(db, project, { name: 'Another Name', email: 'ANDRIS@example.org', role: 'owner' }, owner, now)
  expect(await membersOf(db, project)).toEqual(before)
  expect([await lettersOf(db), await deedsOf(db)]).toEqual([[], []])
})

test('two invitations of the same person at the same time are one', async () => {
  const { db, project, owner } = await world()
  await Promise.all([invite(db, project, liga, owner, now), invite(db, project, liga, owner, now)])
  expect((await lettersOf(db)).length).toBe(1)
  expect((await db.select().from(organisers)).filter(({ name }) => name === 'Līga Kalna').length).toBe(1)
})

test('an organiser of another project keeps name and language when invited', async () => {
  const { db, project, owner, outsider } = await world()
  await invite(db, project, { ...liga, email: outsider.email }, owner, now)
  expect((await memberOf(db, project, outsider.id))?.organiser).toEqual(outsider)
})

test('the last owner can neither be removed nor lose the role', async () => {
  const { db, project, owner } = await world()
  const before = await membersOf(db, project)
  await expect(removeColleague(db, project, owner, owner, now)).rejects.toThrow('people.last-owner')
  await expect(changeRole(db, project, owner, 'organiser', owner, now)).rejects.toThrow('people.last-owner')
  expect(await membersOf(db, project)).toEqual(before)
  expect(await deedsOf(db)).toEqual([])
})

test('two owners who remove each other at the same time leave one', async () => {
  const { db, project, owner, organiser } = await world()
  await changeRole(db, project, organiser, 'owner', owner, now)
  const deeds = [
    removeColleague(db, project, owner, organiser, now),
    removeColleague(db, project, organiser, owner, now),
  ]
  const outcomes = (await Promise.allSettled(deeds)).map(({ status }) => status)
  expect(outcomes.sort()).toEqual(['fulfilled', 'rejected'])
  expect((await membersOf(db, project)).map(({ role }) => role)).toEqual(['owner'])
})

test('with another owner the first may go', async () => {
  const { db, project, owner, organiser } = await world()
  await changeRole(db, project, organiser, 'owner', owner, now)
  await removeColleague(db, project, owner, owner, now)
  expect((await membersOf(db, project)).map(({ organiser: { email } }) => email)).toEqual(['andris@example.org'])
  expect(await deedsOf(db)).toEqual(
    expect.arrayContaining([
      ['people.role', owner.id, { colleague: organiser.id, role: 'owner' }],
      ['people.removed', owner.id, { colleague: owner.id }],
    ]),
  )
})

test('on the page an owner invites, an organiser only looks, an outsider finds nothing', async () => {
  const { db, owner, organiser, outsider } = await world()
  const app = await testApp(db)
  const get = async (who: { id: string }) =>
    await app.inject({ url: '/organise/gen-y-city/people', headers: await signedInAs(db, who) })
  const [own, others, foreign] = [await get(owner), await get(organiser), await get(outsider)]

  expect([own.statusCode, others.statusCode, foreign.statusCode]).toEqual([200, 200, 404])
  expect(own.body).toContain('name="email"')
  expect(others.body).toContain('Ilze Ozola')
  expect(others.body).not.toContain('<form method="post" action="/organise/gen-y-city')
  expect(foreign.body).not.toContain('Ilze')
})

test('neither an organiser nor an outsider can invite, change roles or remove', async () => {
  const { db, project, owner, organiser, outsider } = await world()
  const app = await testApp(db)
  const before = await membersOf(db, project)
  for (const who of [organiser, outsider])
    for (const deed of ['', `/${owner.id}/role`, `/${owner.id}/remove`, `/${who.id}/role`]) {
      const { headers, payload } = form({ ...liga, role: 'owner' })
      const url = `/organise/gen-y-city/people${deed}`
      const cookie = await signedInAs(db, who)
      expect((await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...cookie } })).statusCode).toBe(
        404,
      )
    }
  expect(await membersOf(db, project)).toEqual(before)
})

test('an owner reaches nobody through another project’s address', async () => {
  const { db, foreign, owner, outsider } = await world()
  const app = await testApp(db)
  const before = await membersOf(db, foreign)
  const { headers, payload } = form({ role: 'organiser' })
  const url = `/organise/gen-y-city/people/${outsider.id}/role`
  const answer = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, ...(await signedInAs(db, owner)) },
  })
  expect([answer.statusCode, await membersOf(db, foreign)]).toEqual([404, before])
})

test('nonsense in the invitation comes back with the form, and nobody is invited', async () => {
  const { db, project, owner } = await world()
  const app = await testApp(db)
  const before = await membersOf(db, project)
  for (const wrong of [
    { email: 'x' },
    { role: 'king' },
    { name: '' },
    { name: 'a\u0000b' },
    { name: 'a'.repeat(101) },
  ]) {
    const { headers, payload } = form({ ...liga, ...wrong })
    const cookie = await signedInAs(db, owner)
    const url = '/organise/gen-y-city/people'
    expect((await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...cookie } })).statusCode).toBe(
      422,
    )
  }
  expect([await membersOf(db, project), await lettersOf(db)]).toEqual([before, []])
})

async function deedsOf(db: Database) {
  const rows = await db.select().from(history).orderBy(desc(history.at))
  return rows.map(({ deed, organiserId, facts }) => [deed, organiserId, facts])
}
