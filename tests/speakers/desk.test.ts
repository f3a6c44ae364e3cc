import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters, speakerLinks, speakers } from '../../db/schema.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { inviteSpeaker } from '../../server/speakers/invite.ts'
import { removeFromSlot } from '../../server/speakers/remove-from-slot.ts'
import { story } from '../agenda/plan.ts'
import { form, signedInAs, testApp } from '../world.ts'
import { addSpeaker, linkOf, speakIn } from './cast.ts'
import { outbox, posted, stage, standings } from './stage.ts'

test('the list is narrowed to those of whom something is missing, in its address', async () => {
  const { db, where, bats, now, owner, other, read } = await atDesk()
  await speakIn(db, bats, await addSpeaker(db, where.project, { name: 'Edgars', email: null }), 'confirmed')
  await inviteSpeaker(db, where, other, owner, now)
  const names = async (query: string) =>
    [...(await read(query)).matchAll(/scope="row"><a[^>]*>([^<]+)/g)].map(([, name]) => name)
  expect(await names('')).toEqual(['Luna', 'Edgars'])
  expect(await names('?missing=address')).toEqual(['Edgars'])
  expect(await names('?missing=answer')).toEqual(['Luna'])
  expect(await names('?missing=invitation')).toEqual(['Luna'])
  expect(await names('?missing=nonsense&search=EDGĀRS')).toEqual(['Edgars'])
})

test('an empty list teaches', async () => {
  const here = await atDesk({ status: 'draft' })
  await here.db.transact((tx) => tx.delete(speakers), { touches: 'everything' })
  expect(await here.read('')).toContain('Everybody who speaks will be listed here')
})

test('buttons do what they say, and lead back to the list as it was', async () => {
  const { db, luna, part, send } = await atDesk()
  const path = `speakers/${luna.id}`
  const answer = await send(`${path}/invite?from=list&missing=invitation`, { slot: part.slotId })
  expect(answer.headers.location).toBe('/organise/gen-y-city/kickoff/speakers?from=list&missing=invitation')
  expect(await standings(db)).toEqual(['Luna invited', 'Luna planned'])
  await send(`${path}/accept`, { slot: part.slotId })
  await send(`${path}/confirm`, { slot: part.slotId })
  expect(await standings(db)).toEqual(['Luna confirmed', 'Luna planned'])
  await send(`${path}/take-back`, { slot: part.slotId })
  await send('speakers/invite', {})
  expect(await standings(db)).toEqual(['Luna invited', 'Luna invited'])
  await send(`${path}/remove`, { slot: part.slotId })
  expect(await standings(db)).toEqual(['Luna invited'])
})

test('a co-speaker is added once: somebody known, or somebody new', async () => {
  const { db, where, bats, send } = await atDesk()
  const known = await addSpeaker(db, where.project, { name: 'Impulss', email: 'impulss@example.org' })
  for (const _ of [1, 2]) await send('speakers', { slot: bats.id, speaker: known.id })
  const once = '00000000-0000-4000-8000-000000000001'
  for (const _ of [1, 2]) await send('speakers', { slot: bats.id, name: 'Anna', kind: 'person', email: '', once })
  expect(await standings(db)).toEqual(['Anna confirmed', 'Impulss planned', 'Luna planned', 'Luna planned'])
  expect((await send('speakers', { slot: bats.id })).statusCode).toBe(422)
  expect((await send('speakers', { slot: 'none', name: 'Anna' })).statusCode).toBe(422)
  expect((await send('speakers', { slot: bats.id, speaker: 'none' })).statusCode).toBe(422)
})

test('the slot’s form by names keeps what was answered', async () => {
  const { db, where, part, bats, owner, now } = await atDesk()
  await inviteSpeaker(db, where, part, owner, now)
  const { dayId } = bats
  await editSlot(
    db,
    where.project,
    where.meeting,
    bats,
    story('Sikspārņi', { dayId, speakers: ['Anna', 'Luna'] }),
    owner,
    now,
  )
  expect(await standings(db)).toEqual(['Anna confirmed', 'Luna invited', 'Luna planned'])
})

test('two of one name in a slot stay two, as long as both names are in its form', async () => {
  const { db, where, bats, owner, now } = await atDesk()
  await speakIn(db, bats, await addSpeaker(db, where.project, { name: 'Luna', email: null }), 'confirmed')
  const { dayId } = bats
  const named = (...speakers: string[]) => story('Sikspārņi', { dayId, speakers })
  await editSlot(db, where.project, where.meeting, bats, named('Luna', 'Luna', 'Anna'), owner, now)
  expect(await standings(db)).toEqual(['Anna confirmed', 'Luna confirmed', 'Luna planned', 'Luna planned'])
  await editSlot(db, where.project, where.meeting, bats, named('Luna', 'Anna'), owner, now)
  expect(await standings(db)).toHaveLength(3)
})

test('a new address closes the links sent to the old one, and is written to anew', async () => {
  const { db, where, part, luna, owner, now, kickoff, send } = await atDesk()
  await inviteSpeaker(db, where, part, owner, now)
  await posted(db, now)
  await linkOf(db, luna, kickoff)
  const known = { name: 'Luna', kind: 'group', email: 'right@example.org', language: 'en' }
  for (const _ of [1, 2]) expect((await send(`speakers/${luna.id}`, known)).statusCode).toBe(303)
  expect(await outbox(db)).toEqual(['speaker-invitation right@example.org'])
  expect(await db.select().from(speakerLinks)).toHaveLength(1)
  expect((await db.select().from(letters).where(eq(letters.recipient, 'right@example.org')))[0]?.locale).toBe('en')
})

test('bad news on its way to an old address goes to the new one', async () => {
  const { db, where, part, luna, owner, now, kickoff, send } = await atDesk()
  await inviteSpeaker(db, where, part, owner, now)
  await posted(db, now)
  await removeFromSlot(db, where, part, owner, now)
  const known = { name: 'Luna', kind: 'group', email: 'right@example.org', language: 'en' }
  await send(`speakers/${luna.id}`, known)
  expect(await outbox(db)).toEqual(['speaker-off right@example.org'])
  expect(await posted(db, now.add({ minutes: 9 }))).toEqual([])
  await cancelMeeting(db, where.project, kickoff, owner, now)
  expect(await posted(db, now.add({ minutes: 11 }))).toEqual([])
})

test('somebody of the same name is pointed out', async () => {
  const { db, where, bats, luna, read } = await atDesk()
  await speakIn(db, bats, await addSpeaker(db, where.project, { name: 'Luna', email: 'luna2@example.org' }), 'planned')
  expect(await read('')).toContain('Somebody else is called the same')
  expect(await read(`/${luna.id}`)).toContain('luna2@example.org')
})

test('to the outsider no speaker is there, and nothing of theirs is taken for one', async () => {
  const { db, app, luna, outsider, foreign, part, send } = await atDesk()
  const theirs = await addSpeaker(db, foreign, { name: 'Foreigner' })
  const headers = await signedInAs(db, outsider)
  for (const path of ['speakers', `speakers/${luna.id}`]) {
    const url = `/organise/gen-y-city/kickoff/${path}`
    expect((await app.inject({ url, headers })).statusCode).toBe(404)
    expect((await app.inject({ method: 'POST', url, payload: 'name=x', headers })).statusCode).toBeGreaterThan(399)
  }
  expect((await send(`speakers/${theirs.id}/invite`, { slot: part.slotId })).statusCode).toBe(404)
  expect((await send('speakers', { slot: part.slotId, speaker: theirs.id })).statusCode).toBe(422)
  expect(await standings(db)).toEqual(['Luna planned', 'Luna planned'])
})

test('what stands in no form is refused: somebody else’s id for a newcomer, a moment that never was', async () => {
  const { db, luna, foreign, part, send } = await atDesk()
  const theirs = await addSpeaker(db, foreign, { name: 'Foreigner' })
  const taken = { slot: part.slotId, speaker: '', name: 'Anna', kind: 'person', email: '', once: theirs.id }
  expect((await send('speakers', taken)).statusCode).toBe(404)
  for (const since of ['2026-99-99T99:99:99Z', '2026--1T..Z', '+999999-01-01T00:00Z'])
    expect((await send(`speakers/${luna.id}/again`, { slot: part.slotId, since })).statusCode).toBe(404)
  expect(await standings(db)).toEqual(['Luna planned', 'Luna planned'])
})

/** The owner at the list of speakers, in English. */
async function atDesk(meeting: Parameters<typeof stage>[0] = {}) {
  const here = await stage(meeting)
  const app = await testApp(here.db)
  const headers = { ...(await signedInAs(here.db, here.owner)), 'accept-language': 'en' }
  const base = '/organise/gen-y-city/kickoff'
  const read = async (rest: string) => (await app.inject({ url: `${base}/speakers${rest}`, headers })).body
  const send = async (path: string, fields: Record<string, string>) => {
    const body = form(fields)
    const all = { ...body.headers, ...headers }
    return await app.inject({ method: 'POST', url: `${base}/${path}`, payload: body.payload, headers: all })
  }
  return { ...here, app, headers, read, send }
}
