import { beforeAll, expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { calls, days, groups } from '../../db/schema.ts'
import { crew } from '../crew.ts'
import { dump } from '../dump.ts'
import { fullWorld } from '../full-world.ts'
import { foreignIds, idsElsewhere } from '../ids.ts'
import { addressOf } from '../nonsense/addresses.ts'
import { form, signedInAs, testApp } from '../world.ts'

type Ids = Record<string, string>

const desk = 'POST /organise/:project/:meeting'
const person = (group: string) => ({ name: 'Liene', email: 'liene@example.org', group, birthYear: '2000' })
const slot = { 'title.lv': 'Stāsts', type: 'story', minutes: '10' }
const speaker = { name: 'Liene', kind: 'person' }

/** Forms that name things by their ids, with ids of what is elsewhere: in another meeting of the project, or another project. */
const naming: [string, (theirs: Ids, own: Ids) => Ids][] = [
  ...['approve', 'refuse', 'offer', 'cancel'].map((deed): [string, (theirs: Ids) => Ids] => [
    `${desk}/registrations/do`,
    ({ registration }) => ({ deed, [`chosen.${registration}`]: 'yes' }),
  ]),
  [`${desk}/mailings`, ({ registration }) => ({ deed: 'write', ...words, [`chosen.${registration}`]: 'yes' })],
  [
    `${desk}/registrations/do`,
    ({ registration }, own) => ({ deed: 'move', meeting: `${own.next}`, [`chosen.${registration}`]: 'yes' }),
  ],
  [`${desk}/workshops/:slot/put-in`, ({ registration }) => ({ registration: `${registration}` })],
  [`${desk}/workshops/:slot/take-out`, ({ registration }) => ({ registration: `${registration}` })],
  [`${desk}/agenda/slots`, ({ room }) => ({ ...slot, room: `${room}` })],
  [`${desk}/agenda/slots`, ({ day }) => ({ ...slot, day: `${day}` })],
  [`${desk}/agenda/slots/:slot`, ({ room }) => ({ ...slot, room: `${room}` })],
  [`${desk}/agenda/slots/:slot/place`, ({ room }) => ({ room: `${room}`, day: '' })],
  [`${desk}/agenda/slots/:slot/place`, ({ day }) => ({ day: `${day}`, room: '' })],
  [`${desk}/questions`, ({ question }) => ({ ...asking, [`onlyIf.${question}.yes`]: 'yes' })],
  [`${desk}/speakers`, ({ slotId }) => ({ ...speaker, slot: `${slotId}` })],
  ...['accept', 'decline', 'confirm', 'take-back', 'invite', 'remove'].map((deed): [string, (theirs: Ids) => Ids] => [
    `${desk}/speakers/:speaker/${deed}`,
    ({ slotId }) => ({ slot: `${slotId}` }),
  ]),
  [
    'POST /organise/:project/call/decide',
    ({ story }, { call }) => ({ call: `${call}`, decision: 'rejected', [`story.${story}`]: 'yes' }),
  ],
  [
    'POST /organise/:project/call/decide',
    ({ story }, own) => ({
      call: `${own.call}`,
      decision: 'accepted',
      meeting: `${own.next}`,
      [`story.${story}`]: 'yes',
    }),
  ],
  ['POST /mine/:token/questions', ({ question }) => ({ [`answers.${question}`]: 'Mine' })],
]

/** Those of another project alone: within one these are common to all its meetings. */
const namingAbroad: typeof naming = [
  ['POST /:project/:meeting/register', ({ group }) => person(`${group}`)],
  [`${desk}/registrations`, ({ group }) => person(`${group}`)],
  [`${desk}/registrations/:registration/change`, ({ group }) => ({ name: 'Liene', group: `${group}` })],
  [`${desk}/invitations`, ({ group }) => ({ ...person(`${group}`), until: '2026-12-01T10:00' })],
  [`${desk}/mailings`, ({ group }) => ({ ...words, [`groups.${group}`]: 'yes' })],
  ['POST /mine/:token/change', ({ group }) => ({ name: 'Liene', group: `${group}`, language: 'en' })],
  [
    `${desk}/registrations/do`,
    ({ meetingId }, own) => ({ deed: 'move', meeting: `${meetingId}`, [`chosen.${own.registration}`]: 'yes' }),
  ],
  [`${desk}/speakers`, (theirs, own) => ({ ...speaker, slot: `${own.slotId}`, speaker: `${theirs.speaker}` })],
  [
    'POST /organise/:project/call/decide',
    ({ call, story }) => ({ call: `${call}`, decision: 'rejected', [`story.${story}`]: 'yes' }),
  ],
]

const words = { kind: 'about', 'standing.confirmed': 'yes', 'subject.lv': 'Ziņa', 'text.lv': 'Sveiki' }
const asking = { kind: 'text', 'label.lv': 'Kāpēc?', asked: 'at-sign-up' }

let here: Awaited<ReturnType<typeof place>>
beforeAll(async () => {
  here = await place()
})

async function place() {
  const world = await fullWorld({})
  const { db, foreign, kickoff } = world
  const { elsewhere } = await crew(world)
  const group = { projectId: foreign.id, position: 1, name: { lv: 'Svešie' } }
  const [theirs] = await db.transact((tx) => tx.insert(groups).values(group).returning(), { touches: 'everything' })
  const sister = { ...(await idsElsewhere(world, elsewhere)), ...(await further(elsewhere.id)) }
  const abroad = await foreignIds(world)
  const [foreignMeeting] = await db.select().from(calls).where(eq(calls.projectId, foreign.id))
  const app = await testApp(db)
  app.clock.now = Temporal.Now.instant()
  return {
    ...world,
    app,
    sister,
    abroad: { ...abroad, ...(await further(`${foreignMeeting?.meetingId}`)), group: `${theirs?.id}` },
    own: { ...world.ids, ...(await further(kickoff.id)) },
  }

  async function further(meetingId: string) {
    const [day] = await db.select().from(days).where(eq(days.meetingId, meetingId))
    const [call] = await db.select().from(calls).where(eq(calls.meetingId, meetingId))
    return { meetingId, day: day?.id ?? '', call: call?.id ?? '', next: meetingId }
  }
}

test.each([
  ['another meeting', naming, 'sister'],
  ['another project', [...naming, ...namingAbroad], 'abroad'],
] as const)('ids of %s are nobody’s, whatever form they are sent in', async (_, forms, elsewhere) => {
  const { app, db, own, owner } = here
  const cookie = await signedInAs(db, owner, app.clock.now)
  for (const [route, fields] of forms) {
    const before = await dump(db)
    const sent = form(fields(here[elsewhere], own))
    const { statusCode } = await app.inject({
      method: 'POST',
      url: addressOf(route, own),
      payload: sent.payload,
      headers: { ...sent.headers, ...cookie },
    })
    expect([route, sent.payload, statusCode]).toEqual([route, sent.payload, expect.toBeOneOf([303, 404, 409, 422])])
    const after = await dump(db)
    const changed = Object.keys(after).filter((table) => after[table] !== before[table])
    expect([route, sent.payload, changed]).toEqual([route, sent.payload, []])
  }
})
