import { expect, test } from 'vitest'
import { letters, stories } from '../../db/schema.ts'
import { writtenBy } from '../../server/stories/held.ts'
import { inviteCoSpeakers } from '../../server/stories/invite-co-speakers.ts'
import { decline, join } from '../../server/stories/join.ts'
import { propose } from '../../server/stories/propose.ts'
import { storyHeldBy } from '../../server/stories/queries.ts'
import { revisionOf } from '../../server/stories/revision.ts'
import { withdraw } from '../../server/stories/withdraw.ts'
import { writeStory } from '../../server/stories/write-story.ts'
import { lettersTo } from '../registrations/places.ts'
import { now, world } from '../world.ts'
import { bring, days, openCall, peopleOf, proposal, storyCalled, teller, tokenOf, told } from './cast.ts'

const noor = { email: 'noor@example.org' }
const sami = { email: 'sami@example.org' }

async function called() {
  const here = await world()
  const call = await openCall(here.db, here.project, here.kickoff, here.owner)
  const held = async (token: string) => {
    const found = await storyHeldBy(here.db, token, now)
    if (!found) throw new Error('nothing held')
    return found
  }
  const seen = async (token: string) => revisionOf(writtenBy(await held(token)))
  return { ...here, call, held, seen }
}

test('a draft needs nothing but an address, and a letter brings the link to go on with', async () => {
  const { db, call, held } = await called()
  const token = await bring(db, call, { story: { title: '', abstract: '' }, teller: { name: '' } }, 'save')
  expect(await lettersTo(db, noor)).toEqual(['story-saved'])
  expect((await held(token)).story).toMatchObject({ status: 'draft', title: '', handedInAt: null })
})

test('sent twice, a story is one story with one letter; saved and then handed in, it is handed in', async () => {
  const { db, call } = await called()
  await bring(db, call, {}, 'save')
  await bring(db, call, {}, 'save')
  expect(await lettersTo(db, noor)).toEqual(['story-saved'])
  await bring(db, call, { teller: { bio: 'I write.' } }, 'hand-in')
  await bring(db, call, {}, 'hand-in')
  expect(await lettersTo(db, noor)).toEqual(['story-handed-in', 'story-saved'])
  expect(await db.select().from(stories)).toMatchObject([{ status: 'handed-in', handedInAt: now }])
  expect(await peopleOf(db, await storyCalled(db, 'Solyanka'))).toMatchObject([{ bio: 'I write.' }])
})

test('the eleventh open story of an address is not kept, and only a letter says so', async () => {
  const { db, call } = await called()
  for (let i = 0; i < 10; i += 1) await bring(db, call, { story: { title: `Story ${i}` } }, 'save')
  await propose(db, call, proposal({ story: { title: 'Story 10' } }), 'hand-in', now)
  expect(await db.select().from(stories)).toHaveLength(10)
  const kinds = (await lettersTo(db, noor)).filter((kind) => kind === 'story-full')
  expect(kinds).toEqual(['story-full'])
})

test('a call takes stories from its first second to the one before its last', async () => {
  const { db, call } = await called()
  const at = (moment: Temporal.Instant) => propose(db, call, proposal(), 'hand-in', moment)
  await expect(at(now.subtract({ milliseconds: 1 }))).rejects.toMatchObject({ key: 'call.not-yet' })
  await expect(at(call.closesAt)).rejects.toMatchObject({ key: 'call.closed' })
  expect(await db.select().from(stories)).toEqual([])
  await at(call.closesAt.subtract({ milliseconds: 1 }))
  expect(await db.select().from(stories)).toHaveLength(1)
})

test('what is handed in stays so when it is changed, until the deadline', async () => {
  const { db, call, held, seen } = await called()
  const token = await bring(db, call)
  const changed = { story: told({ abstract: 'More of it.' }), teller: teller(), seen: await seen(token) }
  expect(await writeStory(db, await held(token), changed, 'save', now)).toBe('written')
  expect((await held(token)).story).toMatchObject({ status: 'handed-in', abstract: 'More of it.' })
  expect(await lettersTo(db, noor)).toEqual(['story-handed-in'])
  const late = { ...changed, story: told({ abstract: 'Too late.' }), seen: await seen(token) }
  await expect(writeStory(db, await held(token), late, 'save', call.closesAt)).rejects.toMatchObject({
    key: 'call.closed',
  })
  expect((await held(token)).story.abstract).toBe('More of it.')
})

test('two who write at once: the second save overwrites nothing unseen', async () => {
  const { db, call, held, seen } = await called()
  const token = await bring(db, call, { coSpeakers: [sami.email] }, 'save')
  const other = await tokenOf(db, sami.email)
  await join(db, await held(other), teller({ name: 'Sami' }), now)
  const [first, second] = [await seen(token), await seen(other)]
  const mine = { story: told({ abstract: 'Mine.' }), teller: teller(), seen: first }
  const theirs = { story: told({ abstract: 'Theirs.' }), teller: teller({ name: 'Sami' }), seen: second }
  expect(await writeStory(db, await held(token), mine, 'save', now)).toBe('written')
  expect(await writeStory(db, await held(other), theirs, 'save', now)).toBe('overtaken')
  expect((await held(other)).story.abstract).toBe('Mine.')
  expect(await writeStory(db, await held(token), mine, 'save', now)).toBe('written')
  const knowingly = { ...theirs, seen: await seen(other) }
  expect(await writeStory(db, await held(other), knowingly, 'save', now)).toBe('written')
  expect((await held(token)).story.abstract).toBe('Theirs.')
})

test('only the proposer hands in, asks others and withdraws', async () => {
  const { db, call, held, seen } = await called()
  const token = await bring(db, call, { coSpeakers: [sami.email] }, 'save')
  const other = await held(await tokenOf(db, sami.email))
  const text = { story: told(), teller: teller({ name: 'Sami' }), seen: await seen(token) }
  const refused = { key: 'story.not-now' }
  await expect(writeStory(db, other, text, 'save', now)).rejects.toMatchObject(refused)
  await join(db, other, teller({ name: 'Sami' }), now)
  await expect(writeStory(db, other, text, 'hand-in', now)).rejects.toMatchObject(refused)
  await expect(inviteCoSpeakers(db, other, ['mark@example.org'], now)).rejects.toMatchObject(refused)
  await expect(withdraw(db, other)).rejects.toMatchObject(refused)
  await expect(decline(db, await held(token), now)).rejects.toMatchObject(refused)
})

test('whoever is asked joins or declines, and asked again gets no second letter', async () => {
  const { db, call, held } = await called()
  const token = await bring(db, call, { coSpeakers: [sami.email, 'mark@example.org'] })
  await inviteCoSpeakers(db, await held(token), ['SAMI@example.org'], now)
  expect(await lettersTo(db, sami)).toEqual(['story-co-speaker'])
  await join(db, await held(await tokenOf(db, sami.email)), teller({ name: 'Sami', bio: 'Drums.' }), now)
  await decline(db, await held(await tokenOf(db, 'mark@example.org')), now)
  const people = await peopleOf(db, await storyCalled(db, 'Solyanka'))
  expect(people.map(({ name, joinedAt, declinedAt }) => [name, joinedAt !== null, declinedAt !== null])).toEqual([
    ['Noor', true, false],
    ['Sami', true, false],
    ['', false, true],
  ])
  await decline(db, await held(await tokenOf(db, sami.email)), now)
  expect((await peopleOf(db, await storyCalled(db, 'Solyanka')))[1]).toMatchObject({
    name: '',
    bio: '',
    joinedAt: null,
  })
})

test('a story has ten people besides its proposer at the most', async () => {
  const { db, call, held } = await called()
  const eight = Array.from({ length: 8 }, (_, i) => `friend${i}@example.org`)
  const token = await bring(db, call, { coSpeakers: eight })
  const three = ['a@example.org', 'b@example.org', 'c@example.org']
  await expect(inviteCoSpeakers(db, await held(token), three, now)).rejects.toMatchObject({
    key: 'story.too-many-speakers',
  })
  expect(await peopleOf(db, await storyCalled(db, 'Solyanka'))).toHaveLength(9)
})

test('what was withdrawn nobody reads, and until the deadline it can be handed in again', async () => {
  const { db, call, held, seen } = await called()
  const token = await bring(db, call)
  await withdraw(db, await held(token))
  await withdraw(db, await held(token))
  expect((await held(token)).story.status).toBe('withdrawn')
  const text = { story: told(), teller: teller(), seen: await seen(token) }
  await writeStory(db, await held(token), text, 'hand-in', now)
  expect((await held(token)).story.status).toBe('handed-in')
})

test('first letters carry nothing that somebody typed', async () => {
  const { db, call } = await called()
  const spam = { title: 'Buy now', abstract: 'Cheap!' }
  await bring(db, call, { story: spam, teller: { name: 'Casino' }, coSpeakers: [sami.email] })
  const facts = (await db.select().from(letters)).map((letter) => JSON.stringify(letter.facts))
  expect(facts.join()).not.toMatch(/Buy|Cheap|Casino/)
})

test('a link of a story that is not there opens nothing, nor does one that has run out', async () => {
  const { db, call } = await called()
  const token = await bring(db, call)
  expect(await storyHeldBy(db, 'nonsense', now)).toBeNull()
  expect(await storyHeldBy(db, token, now.add(days(365)))).toBeNull()
})
