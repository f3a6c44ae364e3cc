import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { voices } from '../db/schema.ts'
import { accessTable } from './access-table.ts'
import { crew } from './crew.ts'
import { dump } from './dump.ts'
import { fullWorld } from './full-world.ts'
import { foreignIds, idsElsewhere } from './ids.ts'
import { form, signedInAs, type TestApp, testApp } from './world.ts'

/** Who finds a route that asks for so much; those of one meeting only where that meeting is in the address. */
const admitted = {
  'signed-in': ['owner', 'organiser', 'door', 'moderator', 'answerer', 'planner', 'usher', 'host'],
  member: ['owner', 'organiser', 'door', 'moderator', 'answerer', 'planner', 'usher', 'host'],
  moderator: ['owner', 'organiser', 'moderator', 'planner', 'host'],
  door: ['owner', 'organiser', 'door', 'planner', 'usher'],
  answerer: ['owner', 'organiser', 'answerer', 'planner'],
  organiser: ['owner', 'organiser', 'planner'],
  'meeting-organiser': ['owner', 'organiser', 'planner'],
  'project-organiser': ['owner', 'organiser'],
  owner: ['owner'],
} as const satisfies Record<string, readonly Member[]>

const everybody = ['owner', 'organiser', 'door', 'moderator', 'answerer', 'planner', 'usher', 'host'] as const
const elsewhere = ['plannerElsewhere', 'usherElsewhere', 'hostElsewhere'] as const
type Member = (typeof everybody)[number] | (typeof elsewhere)[number] | 'outsider' | 'stranger'

type Guarded = keyof typeof admitted
const isGuarded = (access: string): access is Guarded => access in admitted
const guarded = Object.entries(accessTable).flatMap(([route, access]) => (isGuarded(access) ? [{ route, access }] : []))
const inProject = guarded.filter(({ access }) => access !== 'signed-in')

test('every route is known here, with who may call it', async () => {
  const app = await testApp((await fullWorld({})).db)
  const all = Object.entries(app.accessTable).filter(([route]) => !route.startsWith('HEAD '))
  expect(Object.fromEntries(all)).toEqual(accessTable)
})

test('a stranger is led to the sign-in, and what they send is not taken', async () => {
  const { app, here } = await place()
  const before = await dump(here.db)
  for (const { route } of guarded) {
    const answer = await call(app, here, route, 'stranger')
    const led = [answer.statusCode, answer.headers.location]
    expect([route, led]).toEqual([route, route.startsWith('GET ') ? [303, '/sign-in'] : [404, undefined]])
  }
  expect(await dump(here.db)).toEqual(before)
})

test.each(['outsider', ...everybody, ...elsewhere] as const)(
  'the %s finds what is theirs, and nothing else',
  async (member) => {
    const { app, here } = await place()
    const before = await dump(here.db)
    const [theirs, others] = partition(inProject, ({ route, access }) => mayCall(member, route, access))
    for (const { route } of others)
      expect([route, (await call(app, here, route, member)).statusCode]).toEqual([route, 404])
    expect(await dump(here.db)).toEqual(before)
    for (const { route } of theirs) {
      // What is sent is of a kind that is taken nowhere: let in, but nothing done, so that all can be asked in one world.
      const { statusCode } = await call(app, here, route, member, 'text/nonsense')
      expect([route, statusCode]).toEqual([route, expect.toBeOneOf(route.startsWith('GET ') ? [200, 303] : [415])])
    }
  },
)

test.each(guarded.filter(({ route }) => route.startsWith('POST ')))(
  '$route does it for the least of those let in',
  async ({ route, access }) => {
    const { app, here } = await place(1)
    const answer = await call(app, here, route, leastOf(route, access))
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.statusCode).not.toBe(404)
  },
)

test('things of another project are not found through one’s own, those of another meeting not through this one', async () => {
  const { app, here } = await place()
  const { project = '', meeting = '' } = here.ids
  const theirs = { ...here, ids: { ...(await foreignIds(here)), project, meeting } }
  const others = { ...here, ids: { ...(await idsElsewhere(here, here.elsewhere)), project, meeting } }
  const before = await dump(here.db)
  for (const { route } of inProject.filter(({ route }) => things.test(route))) {
    expect([route, (await call(app, theirs, route, 'owner')).statusCode]).toEqual([route, 404])
    expect([route, (await call(app, others, route, 'planner')).statusCode]).toEqual([route, 404])
  }
  expect(await dump(here.db)).toEqual(before)
})

/** Routes with a thing inside the project in their address. Colleagues are people: taking out who is not in does nothing. Kinds of letters are the same everywhere. */
const things = /:(?!project\b|meeting\b|colleague\b|kind\b)\w+/

function mayCall(member: Member, route: string, access: Guarded): boolean {
  const name = member.replace('Elsewhere', '')
  const isIn = admitted[access].some((one) => one === name)
  if (member === name && !['planner', 'usher', 'host'].includes(member)) return isIn
  if (access === 'meeting-organiser') return isIn && (member === name || withoutThing.test(route))
  return isIn && (route.includes('/:meeting') ? member === name : access === 'member')
}

/** Let in wherever they organise: what they see or name there is then looked at one by one. */
const withoutThing = /\/letters(\/all|\/texts(\/:kind(\/html)?)?)?$|\/call\/(decision|decide)$/

function leastOf(route: string, access: Guarded): Member {
  return [...admitted[access]].findLast((member) => access === 'signed-in' || mayCall(member, route, access)) ?? 'owner'
}

async function place(size = 2) {
  const world = await fullWorld({ size })
  const here = { ...world, ...(await crew(world)) }
  const signedIn = [...everybody, ...elsewhere, 'outsider'] as const
  for (const member of signedIn) await signedInAs(here.db, here[member])
  await here.db.transact((tx) => tx.update(voices).set({ answererId: here.answerer.id }), { touches: 'nothing' })
  const app = await testApp(here.db)
  await putFile(app, here.ids.file ?? '')
  return { app, here }
}

/** What the row of an answer's file stands for. */
async function putFile(app: TestApp, id: string) {
  const folder = join(app.config.dataDir, 'answers')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, id), 'file')
}

type Here = Awaited<ReturnType<typeof place>>['here']

async function call(app: TestApp, here: Here, route: string, member: Member, type?: string) {
  const [method, pattern = ''] = route.split(' ')
  const url = pattern.replaceAll(/:(\w+)/g, (_, name: string) => here.ids[name] ?? unknown(name))
  const who = member === 'stranger' ? {} : await signedInAs(here.db, here[member])
  if (method === 'GET') return await app.inject({ url, headers: who })
  const body = form({ id: 'some-id', in: 'lv', slot: here.ids.slotId ?? '', since: '2026-11-23T10:00:00Z' })
  const headers = { ...body.headers, ...who, ...(type && { 'content-type': type }) }
  return await app.inject({ method: 'POST', url, payload: body.payload, headers })
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}

function unknown(name: string): never {
  throw new Error(`tests/ids.ts has nothing for “:${name}”.`)
}
