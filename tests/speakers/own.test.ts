import { expect, test } from 'vitest'
import { speakers } from '../../db/schema.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { inviteAll } from '../../server/speakers/invite.ts'
import { removeFromSlot } from '../../server/speakers/remove-from-slot.ts'
import { dump } from '../dump.ts'
import { form, testApp } from '../world.ts'
import { settled } from './answers.ts'
import { addSpeaker, linkOf, speakIn } from './cast.ts'
import { publicNames, releaseAll, stage, standings } from './stage.ts'

test('opening the link changes nothing, however often scanners do', async () => {
  const { db, read } = await atHome()
  const before = await dump(db)
  for (const _ of [1, 2, 3]) await read()
  expect(await dump(db)).toEqual(before)
})

test('the page says when, where, how long, with whom, and asks; yes and no are buttons', async () => {
  const { db, where, logo, read, send, part } = await atHome()
  const impulss = await addSpeaker(db, where.project, { name: 'Impulss', email: 'impulss@example.org' })
  const young = await addSpeaker(db, where.project, { name: 'Elīna', email: null, minor: true })
  for (const other of [impulss, young]) await speakIn(db, logo, other, 'confirmed')
  const body = await read()
  for (const words of ['Will you all speak?', 'Planned for', '12 December 2026, 17:00–17:10', '10 min', 'Impulss'])
    expect(body).toContain(words)
  expect(body).not.toContain('Elīna')
  await send('accept', { slot: part.slotId })
  expect(await standings(db)).toContain('Luna accepted')
  expect(await read()).toContain('You all said yes. Great!')
  await send('decline', { slot: part.slotId })
  expect(await read()).toContain('You all said no')
  await send('accept', { slot: part.slotId })
  expect(await standings(db)).toContain('Luna accepted')
})

test('a slot they are only planned for is nobody’s business yet, theirs neither', async () => {
  const here = await stage()
  const app = await testApp(here.db)
  const url = `/speaker/${await linkOf(here.db, here.luna, here.kickoff)}?lang=en`
  expect((await app.inject(url)).body).toContain('Nothing planned right now')
})

test('one speaker’s link answers for nobody else', async () => {
  const { db, where, bats, send } = await atHome()
  const stranger = await addSpeaker(db, where.project, { name: 'Ilze', email: 'ilze@example.com' })
  await speakIn(db, bats, stranger, 'invited')
  const app = await testApp(db)
  const token = await linkOf(db, await addSpeaker(db, where.project, { name: 'X', email: null }), where.meeting)
  const answer = await app.inject({ method: 'POST', url: `/speaker/${token}/accept`, ...form({ slot: bats.id }) })
  expect(answer.statusCode).toBe(404)
  expect((await send('accept', { slot: 'none' })).statusCode).toBe(404)
  expect(await standings(db)).toContain('Ilze invited')
  expect((await app.inject('/speaker/unknown')).statusCode).toBe(404)
})

test('what they say about themselves is public at once, a new name with the next release', async () => {
  const here = await atHome()
  const { db, where, part, owner, now, read, send } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  const said = { name: 'Luna un draugi', 'bio.en': 'We tell of bats.', 'languages.lv': 'yes', language: 'ru' }
  const link = { 'links.0.label': '', 'links.0.url': 'https://luna.example.org/x' }
  expect((await send('profile', { ...said, ...link })).statusCode).toBe(303)
  const [row] = await db.select().from(speakers)
  expect(row).toMatchObject({
    name: 'Luna un draugi',
    bio: { en: 'We tell of bats.' },
    links: [{ label: 'luna.example.org', url: 'https://luna.example.org/x' }],
    languages: ['lv'],
    locale: 'ru',
    email: 'luna@example.org',
    minor: false,
  })
  expect(await publicNames(db, where.project, where.meeting)).toEqual(['Luna'])
  await releaseAll(here)
  expect(await publicNames(db, where.project, where.meeting)).toEqual(['Luna un draugi'])
  expect(await read()).toContain('We tell of bats.')
})

test.each([
  ['no name', { name: ' ' }, 'field-name'],
  ['a script for a link', { name: 'Luna', 'links.0.url': 'javascript:alert(1)' }, 'field-links-0-url'],
  ['a link without a lock', { name: 'Luna', 'links.0.url': 'http://luna.example.org' }, 'field-links-0-url'],
  ['a label without a link', { name: 'Luna', 'links.1.label': 'Here' }, 'field-links-1-url'],
  ['a language nobody writes in', { name: 'Luna', language: 'xx' }, 'field-language'],
  ['two thousand signs and one', { name: 'Luna', 'bio.lv': 'x'.repeat(2001) }, 'field-bio-lv'],
])('%s comes back beside its field, with what was typed', async (_what, fields, id) => {
  const { db, send } = await atHome()
  const before = await dump(db)
  const answer = await send('profile', { ...fields, 'bio.en': 'Kept <b>' })
  expect([answer.statusCode, answer.body.includes(`href="#${id}"`)]).toEqual([422, true])
  expect(answer.body).toContain('Kept &lt;b&gt;')
  expect(await dump(db)).toEqual(before)
})

test('the address, and whether they are of age, are not theirs to change here', async () => {
  const { db, send } = await atHome()
  await send('profile', { name: 'Luna', email: 'thief@example.org', kind: 'person', minor: 'yes' })
  expect((await db.select().from(speakers))[0]).toMatchObject({
    email: 'luna@example.org',
    kind: 'group',
    minor: false,
  })
})

test('forgotten by their own wish, they are out of what is ahead, and their link is dead', async () => {
  const here = await atHome()
  const { db, where, part, owner, now, send } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  const answer = await send('forget', {})
  expect([answer.statusCode, answer.body.includes('All deleted')]).toEqual([200, true])
  expect(await publicNames(db, where.project, where.meeting)).toEqual([])
  expect((await db.select().from(speakers))[0]).toMatchObject({ name: '', email: null, bio: {}, links: [] })
  expect((await send('forget', {})).statusCode).toBe(404)
})

test('forgotten, no release names them that they were taken out of since in the draft alone', async () => {
  const here = await atHome()
  const { db, where, part, owner, now, send } = here
  await settled(db, where, part, owner, now)
  await releaseAll(here)
  await removeFromSlot(db, where, part, owner, now)
  expect(await publicNames(db, where.project, where.meeting)).toEqual(['Luna'])
  await send('forget', {})
  expect(await publicNames(db, where.project, where.meeting)).toEqual([])
})

test('after the end, off, or out of the slot, a kind sentence answers, and no button', async () => {
  const over = await atHome()
  over.app.clock.now = over.kickoff.endsAt.add({ hours: 1 })
  expect(await over.read()).toContain('Thank you for having been with us!')
  expect((await over.send('accept', { slot: over.part.slotId })).statusCode).toBe(409)
  const off = await atHome()
  await cancelMeeting(off.db, off.where.project, off.kickoff, off.owner, off.now)
  expect(await off.read()).not.toContain('/accept')
  const out = await atHome()
  for (const part of [out.part, out.other]) await removeFromSlot(out.db, out.where, part, out.owner, out.now)
  expect(await out.read()).toContain('Plans change')
})

/** A speaker who has been invited to both slots, at their own page in English. */
async function atHome() {
  const here = await stage()
  await inviteAll(here.db, here.where, here.owner, here.now)
  const app = await testApp(here.db)
  const url = `/speaker/${await linkOf(here.db, here.luna, here.kickoff)}`
  const headers = { 'accept-language': 'en' }
  const read = async () => (await app.inject({ url, headers })).body
  const send = async (deed: string, fields: Record<string, string>) => {
    const body = form(fields)
    return await app.inject({
      method: 'POST',
      url: `${url}/${deed}`,
      payload: body.payload,
      headers: { ...body.headers, ...headers },
    })
  }
  return { ...here, app, read, send }
}
