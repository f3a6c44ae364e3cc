import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { guardianConsents, letters, slotSpeakers, slots, speakers, stories } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { draftAgenda } from '../../server/agenda/queries.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { redo, undo } from '../../server/agenda/undo.ts'
import { removeFromSlot } from '../../server/speakers/remove-from-slot.ts'
import { acceptStories, landAgain } from '../../server/stories/accept-stories.ts'
import { join } from '../../server/stories/join.ts'
import { listStories, storyLookOf } from '../../server/stories/list.ts'
import { storyHeldBy } from '../../server/stories/queries.ts'
import { rejectStories } from '../../server/stories/reject-stories.ts'
import { review } from '../../server/stories/review.ts'
import { firstDay, story as planned } from '../agenda/plan.ts'
import { lettersTo } from '../registrations/places.ts'
import { addSpeaker, speakIn } from '../speakers/cast.ts'
import { now, testApp, world } from '../world.ts'
import { bring, openCall, peopleOf, storyCalled, teller, tokenOf } from './cast.ts'

const noor = { email: 'noor@example.org' }
const sami = { email: 'sami@example.org' }

async function handedIn() {
  const here = await world()
  const call = await openCall(here.db, here.project, here.kickoff, here.owner)
  await bring(here.db, call, {
    story: { title: 'Luna', type: 'workshop' },
    teller: { name: 'Luna', kind: 'group', bio: 'A band.' },
    coSpeakers: [sami.email],
  })
  const held = await storyHeldBy(here.db, await tokenOf(here.db, sami.email), now)
  if (held) await join(here.db, held, teller({ name: 'Sami', minor: true, guardianEmail: 'mother@example.org' }), now)
  const story = await storyCalled(here.db, 'Luna')
  return { ...here, call, story, where: { project: here.project, meeting: here.kickoff, call } }
}

test('an accepted story lands in the tray with its usual length, and those who tell it become speakers', async () => {
  const { db, where, story, kickoff, owner } = await handedIn()
  expect(await acceptStories(db, where, [story.id], owner, now)).toMatchObject({
    decided: [{ id: story.id }],
    otherwise: [],
  })
  const { slots: drafted } = await draftAgenda(db, kickoff)
  expect(drafted).toMatchObject([
    { title: { en: 'Luna' }, summary: { en: 'A blog for everyone.' }, type: 'workshop', minutes: 45, dayId: null },
  ])
  expect(drafted[0]?.speakers).toMatchObject([
    { name: 'Luna', kind: 'group', email: noor.email, standing: 'accepted', minor: false },
    { name: 'Sami', kind: 'person', email: sami.email, standing: 'accepted', minor: true, mayBeNamed: false },
  ])
  expect(await storyCalled(db, 'Luna')).toMatchObject({
    status: 'accepted',
    slotId: drafted[0]?.id,
    decidedBy: owner.id,
  })
  expect(await lettersTo(db, noor)).toEqual(['story-accepted', 'story-handed-in'])
  expect(await lettersTo(db, sami)).toEqual(['story-accepted', 'story-co-speaker'])
  expect(await db.select().from(guardianConsents)).toMatchObject([{ email: 'mother@example.org' }])
})

test('a story that says its teller is under age takes the name off the pages at once, until a guardian agrees', async () => {
  const { db, project, kickoff, call, where, owner } = await handedIn()
  const app = await testApp(db)
  const { id: dayId } = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, planned('Sikspārņi', { dayId }), owner, now)
  await speakIn(db, slot, await addSpeaker(db, project, { name: 'Elīna', email: 'elina@example.org' }), 'confirmed')
  await releaseAgenda(db, project, kickoff, owner, now)
  const isNamed = async () => (await app.inject({ url: '/gen-y-city/kickoff' })).body.includes('Elīna')
  expect(await isNamed()).toBe(true)
  const elina = {
    teller: { name: 'Elīna', minor: true, guardianEmail: 'anna@example.org' },
    email: 'elina@example.org',
  }
  await bring(db, call, { story: { title: 'Bats' }, ...elina })
  await acceptStories(db, where, [(await storyCalled(db, 'Bats')).id], owner, now)
  expect(await isNamed()).toBe(false)
})

test('whose story was chosen hears it when they are taken out of its slot; not when its landing is undone', async () => {
  const { db, where, story, kickoff, owner } = await handedIn()
  await acceptStories(db, where, [story.id], owner, now)
  await undo(db, where.project, kickoff, owner, now)
  expect(await lettersTo(db, noor)).toEqual(['story-accepted', 'story-handed-in'])
  await redo(db, where.project, kickoff, owner, now)
  const [slot] = (await draftAgenda(db, kickoff)).slots
  const part = { slotId: `${slot?.id}`, speakerId: `${slot?.speakers[0]?.id}` }
  await removeFromSlot(db, where, part, owner, now)
  expect(await lettersTo(db, noor)).toEqual(['speaker-off', 'story-accepted', 'story-handed-in'])
  expect(await lettersTo(db, sami)).toEqual(['story-accepted', 'story-co-speaker'])
})

test('accepting twice makes one slot and one letter', async () => {
  const { db, where, story, owner } = await handedIn()
  await acceptStories(db, where, [story.id], owner, now)
  expect(await acceptStories(db, where, [story.id], owner, now)).toEqual({ decided: [], otherwise: [] })
  expect(await db.select().from(slots)).toHaveLength(1)
  expect(await lettersTo(db, noor)).toEqual(['story-accepted', 'story-handed-in'])
})

test('two organisers who decide differently end with one decision, and the second hears of it', async () => {
  const { db, where, story, owner, organiser } = await handedIn()
  const [yes, no] = await Promise.all([
    acceptStories(db, where, [story.id], owner, now),
    rejectStories(db, where, [story.id], '', organiser, now),
  ])
  expect([yes, no].map(({ decided }) => decided.length).sort()).toEqual([0, 1])
  expect([yes, no].map(({ otherwise }) => otherwise.length).sort()).toEqual([0, 1])
  const { status } = await storyCalled(db, 'Luna')
  expect(await lettersTo(db, noor)).toEqual([`story-${status}`, 'story-handed-in'].sort())
  expect(await db.select().from(slots)).toHaveLength(status === 'accepted' ? 1 : 0)
})

test('undoing the landing leaves an accepted story without a slot, which can land again', async () => {
  const { db, where, story, project, kickoff, owner } = await handedIn()
  await acceptStories(db, where, [story.id], owner, now)
  const { slotId } = await storyCalled(db, 'Luna')
  expect(await undo(db, project, kickoff, owner, now)).toMatchObject({ conflict: null })
  expect(await storyCalled(db, 'Luna')).toMatchObject({ status: 'accepted', slotId: null })
  expect(await db.select().from(slots)).toEqual([])
  expect(await redo(db, project, kickoff, owner, now)).toMatchObject({ conflict: null })
  expect(await storyCalled(db, 'Luna')).toMatchObject({ slotId })
  expect(await db.select().from(slotSpeakers)).toHaveLength(2)
  await db.transact((tx) => tx.delete(slots).where(eq(slots.id, `${slotId}`)), { touches: 'nothing' })
  await landAgain(db, where, story, owner, now)
  await landAgain(db, where, story, owner, now)
  expect(await db.select().from(slots)).toHaveLength(1)
  expect(await db.select().from(speakers)).toHaveLength(2)
  expect(await lettersTo(db, noor)).toEqual(['story-accepted', 'story-handed-in'])
})

test('a speaker known by name and address is the same one; by the address alone they are not', async () => {
  const { db, where, story, call, project, owner } = await handedIn()
  await db.transact(
    (tx) =>
      tx.insert(speakers).values([
        { projectId: project.id, name: 'Luna', email: 'NOOR@example.org', bio: { en: 'Known.' } },
        { projectId: project.id, name: 'Heyday', email: noor.email },
      ]),
    { touches: 'nothing' },
  )
  await bring(db, call, { story: { title: 'Two' }, teller: { name: 'Noor' } })
  await acceptStories(db, where, [story.id, (await storyCalled(db, 'Two')).id], owner, now)
  const all = await db.select().from(speakers)
  expect(all.map(({ name }) => name).sort()).toEqual(['Heyday', 'Luna', 'Noor', 'Sami'])
  expect(all.find(({ name }) => name === 'Luna')?.bio).toEqual({ en: 'Known.' })
})

test('a no is one letter with the organiser’s line, and nothing lands', async () => {
  const { db, where, story, owner } = await handedIn()
  await rejectStories(db, where, [story.id], 'Come next spring!', owner, now)
  expect(await storyCalled(db, 'Luna')).toMatchObject({ status: 'rejected', slotId: null })
  const told = (await db.select().from(letters)).filter(({ kind }) => kind === 'story-rejected')
  expect(told.map(({ facts }) => facts)).toEqual([{ line: 'Come next spring!' }, { line: 'Come next spring!' }])
  expect([await db.select().from(slots), await db.select().from(speakers)]).toEqual([[], []])
})

test('a story of another call is not decided along', async () => {
  const { db, where, project, owner } = await handedIn()
  const other = await openCall(db, project, null, owner)
  await bring(db, other, { story: { title: 'Elsewhere' } })
  await acceptStories(db, where, [(await storyCalled(db, 'Elsewhere')).id], owner, now)
  expect(await storyCalled(db, 'Elsewhere')).toMatchObject({ status: 'handed-in' })
})

test('drafts are not decided, listed or read; only their number is told', async () => {
  const { db, where, call, owner } = await handedIn()
  await bring(db, call, { story: { title: 'Not yet' } }, 'save')
  const list = await listStories(db, call, storyLookOf({}), owner)
  expect([list.rows.map(({ story }) => story.title), list.drafts]).toEqual([['Luna'], 1])
  await acceptStories(db, where, [(await storyCalled(db, 'Not yet')).id], owner, now)
  expect(await storyCalled(db, 'Not yet')).toMatchObject({ status: 'draft' })
})

test('organisers score, and see what they have not scored, what is best, and what was looked for', async () => {
  const { db, call, project, story, owner, organiser } = await handedIn()
  await bring(db, call, { story: { title: 'Sikspārņi', language: 'lv' }, teller: { name: 'Līga' } })
  const bats = await storyCalled(db, 'Sikspārņi')
  await review(db, project, bats, { score: 2, comment: '' }, owner, now)
  await review(db, project, bats, { score: 5, comment: 'Bats!' }, owner, now)
  await review(db, project, bats, { score: 4, comment: '' }, organiser, now)
  const titles = async (query: Record<string, string>) =>
    (await listStories(db, call, storyLookOf(query), owner)).rows.map(({ story }) => story.title)
  expect(await titles({ sort: 'score' })).toEqual(['Sikspārņi', 'Luna'])
  expect(await titles({ unscored: 'yes' })).toEqual(['Luna'])
  expect(await titles({ search: 'sikspa' })).toEqual(['Sikspārņi'])
  expect(await titles({ search: 'liga' })).toEqual(['Sikspārņi'])
  expect(await titles({ language: 'lv' })).toEqual(['Sikspārņi'])
  expect(await titles({ type: 'workshop' })).toEqual(['Luna'])
  expect(await titles({ status: 'accepted' })).toEqual([])
  const [best] = (await listStories(db, call, storyLookOf({ sort: 'score' }), owner)).rows
  expect(best).toMatchObject({ average: 4.5, reviews: 2, mine: 5 })
  expect(await peopleOf(db, story)).toHaveLength(2)
  expect(await db.select().from(stories)).toHaveLength(2)
})
