import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { expect, test } from 'vitest'
import { meetings, spentProofs } from '../../db/schema.ts'
import { forgetProofs } from '../../server/proofs/forget.ts'
import { guard, stopGuarding } from '../../server/proofs/guard.ts'
import { noor, sami } from '../cast.ts'
import { places } from '../registrations/places.ts'
import { addMeeting, form, now, testApp, world } from '../world.ts'

const door = '/gen-y-city/kickoff/register'

/** A meeting under attack, and forms sent to it as by a browser. */
async function underAttack() {
  const here = await world({ takesClasses: true })
  const { db, project, kickoff, owner, pupils } = here
  await guard(db, project, kickoff, owner, now)
  const app = await testApp(db)
  const send = (fields: Record<string, string>, url = door) =>
    app.inject({ method: 'POST', url: `${url}?lang=en`, ...form(fields) })
  const person = ({ name, email }: { name: string; email: string }) => ({ name, email, group: pupils.id })
  return { ...here, app, send, person }
}

type Attacked = Awaited<ReturnType<typeof underAttack>>

async function challengeOn({ app }: Pick<Attacked, 'app'>, url = door) {
  const { body } = await app.inject({ url })
  return JSON.parse(/data-challenge="([^"]+)"/.exec(body)?.[1]?.replaceAll('&quot;', '"') ?? 'null')
}

async function solved(challenge: Parameters<typeof solveChallenge>[0]['challenge']): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey })
  return btoa(JSON.stringify({ challenge, solution }))
}

test('under attack a form is taken with the solution of its page’s challenge', async () => {
  const here = await underAttack()
  const proof = await solved(await challengeOn(here))
  expect((await here.send({ ...here.person(noor), proof })).statusCode).toBe(303)
  expect(await places(here.db, here.kickoff)).toEqual({ Noor: 'confirmed' })
})

test('without one it comes back filled in, with a challenge, and nothing is done', async () => {
  const here = await underAttack()
  const answer = await here.send(here.person(noor))
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('send it once more')
  expect(answer.body).toContain('value="Noor"')
  expect(answer.body).toContain('data-challenge=')
  expect(await places(here.db, here.kickoff)).toEqual({})
})

test('a solution counts for one address: for the same one again, for another never', async () => {
  const here = await underAttack()
  const proof = await solved(await challengeOn(here))
  const [first, twice] = [
    await here.send({ ...here.person(noor), proof }),
    await here.send({ ...here.person({ ...noor, email: noor.email.toUpperCase() }), proof }),
  ]
  const other = await here.send({ ...here.person(sami), proof })
  expect([first.statusCode, twice.statusCode, other.statusCode]).toEqual([303, 303, 422])
  expect(await places(here.db, here.kickoff)).toEqual({ Noor: 'confirmed' })
})

test('one solution sent for fifty people at once counts for one of them', async () => {
  const here = await underAttack()
  const proof = await solved(await challengeOn(here))
  const crowd = Array.from({ length: 50 }, (_, i) => ({ name: `Nr ${i}`, email: `nr${i}@example.org` }))
  const answers = await Promise.all(crowd.map((one) => here.send({ ...here.person(one), proof })))
  expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
  expect(Object.keys(await places(here.db, here.kickoff))).toHaveLength(1)
})

test.each([
  [
    'an hour old',
    async (here: Attacked) => {
      const proof = await solved(await challengeOn(here))
      here.app.clock.now = now.add({ minutes: 60 })
      return proof
    },
  ],
  [
    'of our own making',
    async (here: Attacked) => {
      const challenge = await challengeOn(here)
      challenge.parameters.keyPrefix = '0'
      challenge.parameters.cost = 1
      return await solved(challenge)
    },
  ],
  [
    'with its time put off',
    async (here: Attacked) => {
      const challenge = await challengeOn(here)
      challenge.parameters.data.expires += 3_600_000
      return await solved(challenge)
    },
  ],
  [
    'with a guessed solution',
    async (here: Attacked) => {
      const challenge = await challengeOn(here)
      return btoa(JSON.stringify({ challenge, solution: { counter: 1, derivedKey: '00'.repeat(32) } }))
    },
  ],
  [
    'from another meeting',
    async (here: Attacked) => {
      const other = await addMeeting(here.db, here.project, { slug: 'other', number: 2 })
      await guard(here.db, here.project, other, here.owner, now)
      return await solved(await challengeOn(here, '/gen-y-city/other/register'))
    },
  ],
  [
    'from an attack before',
    async (here: Attacked) => {
      const proof = await solved(await challengeOn(here))
      for (const deed of [stopGuarding, guard]) await deed(here.db, here.project, here.kickoff, here.owner, now)
      return proof
    },
  ],
  ['nonsense', async () => btoa('{"challenge":{"parameters":[]},"solution":1}')],
  ['no JSON', async () => 'x'.repeat(10_000)],
])('a solution is not taken that is %s', async (_, proofIn) => {
  const here = await underAttack()
  const answer = await here.send({ ...here.person(noor), proof: await proofIn(here) })
  expect(answer.statusCode).toBe(422)
  expect(await places(here.db, here.kickoff)).toEqual({})
})

test('a class needs one too', async () => {
  const here = await underAttack()
  const url = `${door}/class`
  const whole = { ...here.person(noor), className: '9.b', adults: '1', pupils: '2', names: '', language: 'en' }
  expect((await here.send(whole, url)).statusCode).toBe(422)
  expect(await places(here.db, here.kickoff)).toEqual({})
  const proof = await solved(await challengeOn(here, url))
  expect((await here.send({ ...whole, proof }, url)).statusCode).toBe(303)
  expect(await places(here.db, here.kickoff)).toEqual({ Noor: 'confirmed' })
})

test('whose browser runs no scripts is told whom to write to', async () => {
  const { app } = await underAttack()
  const { body } = await app.inject({ url: `${door}?lang=en` })
  expect(body).toContain('Write to the organisers, and they will sign you up. <a href="mailto:jaunatne@example.org">')
})

test('once the attack is over forms are taken at once, and pages carry nothing of it', async () => {
  const { db, project, kickoff, owner, app, send, person } = await underAttack()
  await stopGuarding(db, project, kickoff, owner, now)
  expect((await app.inject({ url: door })).body).not.toContain('proof')
  expect((await send(person(noor))).statusCode).toBe(303)
})

test('what was solved is forgotten when its challenge has run out', async () => {
  const here = await underAttack()
  await here.send({ ...here.person(noor), proof: await solved(await challengeOn(here)) })
  await forgetProofs(here.db, now.add({ minutes: 59 }))
  expect(await here.db.select().from(spentProofs)).toHaveLength(1)
  await forgetProofs(here.db, now.add({ minutes: 60 }))
  expect(await here.db.select().from(spentProofs)).toEqual([])
})

test('the key stands on no page and in no file', async () => {
  const { db, app } = await underAttack()
  const [meeting] = await db.select().from(meetings)
  for (const url of [door, '/gen-y-city/kickoff', '/gen-y-city/kickoff/schedule.json', '/gen-y-city'])
    expect((await app.inject({ url })).body).not.toContain(`${meeting?.guardKey}`)
})
