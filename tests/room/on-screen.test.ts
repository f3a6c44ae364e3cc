import { expect, test } from 'vitest'
import { voices } from '../../db/schema.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { dump } from '../dump.ts'
import { now } from '../world.ts'
import { polls, stage } from './every-way.ts'

const meeting = '/gen-y-city/kickoff'
const desk = `/organise${meeting}`
const publicScreens = [
  ...['hall', 'screen', 'now', 'room', 'polls'].map((page) => `${meeting}/${page}`),
  ...['answers', 'ideas'].map((page) => `/gen-y-city/${page}`),
]
const desks = ['moderate', 'polls', 'run-sheet', 'agenda'].map((page) => `${desk}/${page}`)

const turning = /[\u202a-\u202e\u2066-\u2069]/
const hostile = (what: string) => `<b onclick=x>\u202E${what}&#46;`
const asText = (what: string) => `&lt;b onclick=x&gt;${what}&amp;#46;`

test('markup and turned text, sent on every way to a screen, is text on all of them', async () => {
  const { db, project, kickoff, organiser, moderator, ways, send, read, app } = await stage()
  for (const [what, way] of Object.entries(ways))
    expect([what, (await way(hostile(what))).statusCode]).toEqual([what, 303])
  for (const _ of [1, 2]) await ways.word(hostile('word'))
  await db.transact((tx) => tx.update(voices).set({ status: 'shown' }), { touches: 'everything' })
  await releaseAgenda(db, project, kickoff, organiser, now)
  const wall = async () => (await read(`${meeting}/hall`)).body
  app.clock.now = kickoff.startsAt.add({ minutes: 5 })

  await send(`${desk}/polls/${polls.word}/show`, {}, moderator)
  const words = await wall()
  for (const what of ['question', 'name', 'slot', 'speaker', 'word']) expect(words).toContain(asText(what))
  for (const what of ['poll', 'option'] as const) {
    await send(`${desk}/polls/${polls[what]}/open`, {}, moderator)
    expect(await wall()).toContain(asText(what))
  }

  const seen: string[] = []
  for (const page of [...publicScreens, ...desks]) {
    const { statusCode, body } = await read(page, desks.includes(page) ? organiser : undefined)
    expect([page, statusCode]).toEqual([page, 200])
    expect([page, body.includes('<b onclick'), turning.test(body)]).toEqual([page, false, false])
    seen.push(...Object.keys(ways).filter((what) => body.includes(asText(what))))
  }
  expect(new Set(seen)).toEqual(new Set(Object.keys(ways)))
})

test('10,000 characters are refused beside their field, on every way to a screen, and none of them is lost', async () => {
  const { db, ways } = await stage()
  const before = await dump(db)
  const long = 'ы'.repeat(10_000)
  for (const [what, way] of Object.entries(ways)) {
    const { statusCode, body } = await way(long)
    expect([what, statusCode, body.includes(long)]).toEqual([what, 422, true])
    expect([what, /class="problem"[^>]*>[^<]*\d+/.test(body)]).toEqual([what, true])
  }
  expect(await dump(db)).toEqual(before)
})

test('what came into the database on another way is text there too, and cut where nobody would read on', async () => {
  const { db, project, kickoff, organiser, read } = await stage()
  const row = { projectId: project.id, meetingId: kickoff.id, kind: 'question' as const, locale: 'lv' as const }
  const texts = [hostile('question'), 'abc\u202Edcba\u2066\u0007', 'ы'.repeat(10_000)]
  const rows = texts.map((text) => ({ ...row, text, name: text, status: 'shown' as const, createdAt: now }))
  await db.transact((tx) => tx.insert(voices).values(rows), { touches: project.id })
  for (const page of [`${meeting}/hall`, `${meeting}/room`, `${desk}/moderate`, '/organise/gen-y-city/dialogue']) {
    const { body } = await read(page, page.startsWith('/organise') ? organiser : undefined)
    expect([page, body.includes(asText('question'))]).toEqual([page, true])
    expect([page, body.includes('<b onclick'), turning.test(body), body.includes('\u0007')]).toEqual([
      ...[page, false, false, false],
    ])
    expect([page, body.includes('ы'.repeat(601))]).toEqual([page, false])
  }
})
