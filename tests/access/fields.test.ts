import { beforeAll, expect, test } from 'vitest'
import { helpers, memberships } from '../../db/schema.ts'
import { keepAnswers } from '../../server/questions/keep-answers.ts'
import { register } from '../../server/registrations/register.ts'
import { accessTable } from '../access-table.ts'
import { crew } from '../crew.ts'
import { dump } from '../dump.ts'
import { idsOf } from '../ids.ts'
import { bringClass } from '../parties/cast.ts'
import { ask } from '../questions/cast.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

/** One unmistakable word for each thing that is known of those who come. */
const known = {
  name: 'Zvirbule',
  address: 'putns@example.org',
  pupil: 'Dzenis',
  guardian: 'mamma@example.org',
  forOrganisers: 'Organizatoriem',
  forTheDoor: 'Ieejai',
  forOwners: 'Vadībai',
}

const all = Object.keys(known)
const atTheDoor = ['name', 'pupil', 'forTheDoor']
const organisers = ['name', 'address', 'pupil', 'guardian', 'forOrganisers']

const sees = {
  owner: all,
  organiser: organisers,
  planner: organisers,
  door: atTheDoor,
  usher: atTheDoor,
  ...{
    moderator: [],
    answerer: [],
    host: [],
    plannerElsewhere: [],
    usherElsewhere: [],
    hostElsewhere: [],
    outsider: [],
  },
}
type Member = keyof typeof sees
const members = Object.keys(sees) as Member[]

let here: Awaited<ReturnType<typeof evening>>
beforeAll(async () => {
  here = await evening()
})

/** Somebody who has said everything, a child, a class, and everybody who could look. */
async function evening() {
  const base = await world({ asksAge: true, photoChannels: ['web'], takesClasses: true })
  const { db, project, kickoff, pupils, organiser } = base
  const readers = { forOrganisers: ['organiser'], forTheDoor: ['door'], forOwners: [] } as const
  const somebody = { name: known.name, groupId: pupils.id, locale: 'lv' as const }
  const { registration } = await register(db, project, kickoff, { ...somebody, email: known.address }, now)
  const columns = ['email', 'group', 'status', 'kind', 'seats', 'age', 'language', 'since', 'photo.web']
  for (const [about, visibleTo] of Object.entries(readers)) {
    const { question, wording } = await ask(base, 'text', about, { visibleTo: [...visibleTo] })
    const value = { text: known[about as keyof typeof readers] }
    const answer = { questionId: question.id, wordingId: wording.id, value }
    await db.transact((tx) => keepAnswers(tx, registration, [answer], now), { touches: 'everything' })
    columns.push(`answer.${question.id}`)
  }
  await bringClass(db, project, kickoff, { names: [known.pupil], groupId: pupils.id })
  const child = { birthYear: 2015, ageBand: 'child' as const, guardianEmail: known.guardian }
  await register(db, project, kickoff, { ...somebody, name: 'Bērns', email: 'little@example.org', ...child }, now)
  const people = { ...base, ...(await crew(base)) }
  const none = {
    token: 'none',
    child: 'none',
    speaker: 'none',
    guardian: 'none',
    handsIn: 'none',
    feed: 'none',
    news: 'none',
    survey: 'none',
    story: 'none',
    ...{ voice: 'none', report: 'none' },
  }
  const ids: Record<string, string> = {
    ...(await idsOf(db, { project, meeting: kickoff, colleague: organiser.id, ...none })),
    registration: registration.id,
  }
  return { ...people, ids, columns: columns.join('+'), app: await testApp(db) }
}

const pages = Object.keys(accessTable).filter(
  (route) => route.startsWith('GET /organise/:project') && !/xlsx|:room|:file/.test(route),
)

/** Everything that a member is shown, whatever they ask for. */
async function shownTo(member: Member): Promise<string> {
  const { app, db, ids, columns } = here
  const headers = await signedInAs(db, here[member])
  const bodies: string[] = []
  for (const route of pages)
    for (const query of ['', `?columns=${columns}`]) {
      const url = route.slice(4).replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'none') + query
      const { statusCode, body } = await app.inject({ url, headers })
      if (statusCode === 200) bodies.push(body)
    }
  return bodies.join('\n')
}

test.each(members)('the %s sees of those who come what their role is for, and nothing more', async (member) => {
  const shown = await shownTo(member)
  const seen = Object.entries(known).filter(([, word]) => shown.includes(word))
  expect(seen.map(([about]) => about)).toEqual(sees[member])
})

test('whoever is taken out finds nothing the next moment, with the session that is still open', async () => {
  const { app, db, ids, ...people } = await evening()
  const sessions = []
  for (const member of members) sessions.push([member, await signedInAs(db, people[member])] as const)
  await db.transact(
    async (tx) => {
      await tx.delete(memberships)
      await tx.delete(helpers)
    },
    { touches: 'nothing' },
  )
  const before = await dump(db)
  for (const [member, headers] of sessions)
    for (const [route, access] of Object.entries(accessTable)) {
      if (!route.includes('/organise/:project') || access === 'signed-in') continue
      const [method = 'GET', pattern = ''] = route.split(' ')
      const url = pattern.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'none')
      const sent = form({ name: 'x' })
      const asked = method === 'GET' ? { headers } : { payload: sent.payload, headers: { ...sent.headers, ...headers } }
      const { statusCode } = await app.inject({ method: method === 'GET' ? 'GET' : 'POST', url, ...asked })
      expect([member, route, statusCode]).toEqual([member, route, 404])
    }
  expect(await dump(db)).toEqual(before)
})
