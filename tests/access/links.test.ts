import { beforeAll, expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { manageLinks, participants, questions, slides, slotSpeakers, speakerLinks } from '../../db/schema.ts'
import { newSignInLink } from '../../server/organisers/sign-in-link.ts'
import { hashOf } from '../../server/secrets.ts'
import { accessTable } from '../access-table.ts'
import { dump } from '../dump.ts'
import { fullWorld } from '../full-world.ts'
import { idsElsewhere } from '../ids.ts'
import { addMeeting, form, type TestApp, testApp } from '../world.ts'

type Place = Awaited<ReturnType<typeof place>>

/** What is shown at the door opens nothing by itself: whoever finds it reads the same. */
const atDoor = 'GET /door/:token'
const byLink = Object.keys(accessTable).filter((route) => accessTable[route] === 'link' && route !== atDoor)
/** The page that a link leads to is also the kind of link that opens it. */
const kindOf = (route: string) => /^\w+ \/([\w-]+)\//.exec(route)?.[1] ?? ''
const kinds = ['mine', 'child', 'guardian', 'speaker', 'story', 'unsubscribe', 'sign-in', 'feed', 'survey'] as const

/** Twice is as good as once: whoever is erased already, or never was, is told so. */
const erasing = 'POST /mine/:token/data/erase'

let here: Place
beforeAll(async () => {
  here = await place()
})

/** A full world, with one good secret of every kind. */
async function place() {
  const world = await fullWorld({})
  const app = await testApp(world.db)
  app.clock.now = Temporal.Now.instant()
  const {
    sure = '',
    child = '',
    guardian = '',
    handsIn = '',
    storyToken = '',
    feed = '',
    news = '',
    survey = '',
  } = world.ids
  const bound = { organiserId: world.owner.id, browser: null }
  const signIn = await world.db.transact((tx) => newSignInLink(tx, bound, app.clock.now), { touches: 'nothing' })
  const own = { mine: sure, child, guardian, speaker: handsIn, story: storyToken }
  const secrets = { ...own, unsubscribe: news, 'sign-in': signIn, feed, survey }
  return { ...world, app, secrets }
}

test('every route by link is opened by a kind of link known here', () => {
  expect([...new Set(byLink.map(kindOf))].sort()).toEqual([...kinds].sort())
})

test.each(kinds)('a link to /%s opens that, as does no other secret of any kind', async (kind) => {
  const [, cookie = ''] = here.headers.cookie.split('=')
  const others = kinds.filter((other) => other !== kind).map((other) => here.secrets[other])
  const first = byLink.find((route) => route.startsWith('GET ') && kindOf(route) === kind) ?? ''
  expect((await send(here.app, first, { ...here.ids, ...named(here.secrets[kind]) })).statusCode).toBe(200)
  const before = await dump(here.db)
  for (const route of byLink.filter((one) => kindOf(one) === kind))
    for (const secret of [...others, cookie, hashOf(here.secrets[kind]), 'unknown', '%20']) {
      const { statusCode } = await send(here.app, route, { ...here.ids, ...named(secret) })
      expect([route, secret, statusCode]).toEqual([route, secret, route === erasing ? 303 : 404])
    }
  expect(await dump(here.db)).toEqual(before)
})

test('through one’s own link nothing of anybody else’s is reached, nor of another meeting', async () => {
  const { db, app, ids, secrets } = here
  const theirs = await thingsOfOthers(here)
  const before = await dump(db)
  const routes = byLink.filter((one) => /:\w+.*:\w+/.test(one))
  for (const route of routes) {
    // Only whoever brings others along has people at all.
    const own = /people/.test(route) ? `${ids.friendsToken}` : secrets[kindOf(route) as keyof typeof secrets]
    const slot = /workshops/.test(route) ? theirs.workshop : theirs.slot
    const { statusCode } = await send(app, route, { ...theirs, slot, ...named(own) }, theirs.name)
    // Whoever is not among one’s people is taken for gone already.
    expect([route, statusCode]).toEqual([route, /remove$/.test(route) && /people/.test(route) ? 303 : 404])
  }
  expect(routes).toHaveLength(16)
  expect(await dump(db)).toEqual(before)
})

/** A pupil of somebody’s class, a question and a workshop of another meeting, somebody’s slides and their slot. */
async function thingsOfOthers({ db, app, project, owner, ids, secrets }: Place) {
  const sister = await addMeeting(db, project, { slug: 'sister', number: 91 })
  const { slot: workshop = '' } = await idsElsewhere({ db, project, owner }, sister)
  const asked = await db.select().from(questions).where(eq(questions.meetingId, sister.id))
  const [me] = await db
    .select()
    .from(speakerLinks)
    .where(eq(speakerLinks.tokenHash, hashOf(secrets.speaker)))
  const speaking = await db.select().from(slotSpeakers)
  const mine = speaking.filter(({ speakerId }) => speakerId === me?.speakerId).map(({ slotId }) => slotId)
  const { slotId, speakerId } = speaking.find((one) => !mine.includes(one.slotId)) ?? nobody()
  const row = { slotId, speakerId, name: 'Sveši', type: 'pdf' as const, bytes: 4, handedInAt: app.clock.now }
  const [slide] = await db.transact((tx) => tx.insert(slides).values(row).returning(), { touches: 'nothing' })
  const [pupil = nobody()] = await db
    .select({ id: participants.id, name: participants.name })
    .from(participants)
    .innerJoin(manageLinks, eq(manageLinks.registrationId, participants.registrationId))
    .where(eq(manageLinks.tokenHash, hashOf(`${ids.classToken}`)))
  const question = asked.find(({ kind }) => kind === 'file')?.id ?? nobody()
  return { workshop, question, slot: slotId, id: `${slide?.id}`, participant: pupil.id, name: `${pupil.name}` }
}

function nobody(): never {
  throw new Error('the full world lacks somebody')
}

function named(secret: string) {
  return { token: secret, child: secret, guardian: secret, feed: secret, news: secret, survey: secret }
}

async function send(app: TestApp, route: string, ids: Record<string, string>, was = '') {
  const [method, pattern = ''] = route.split(' ')
  const url = pattern.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? name)
  if (method === 'GET') return await app.inject({ url })
  const sent = form({ name: 'Somebody', was, answer: 'agree', signedBy: 'Anna Liepa' })
  return await app.inject({ method: 'POST', url, ...sent })
}
