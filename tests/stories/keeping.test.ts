import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters, meetings, stories, storyLinks, storyReviews, storySpeakers } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { acceptStories } from '../../server/stories/accept-stories.ts'
import { forgetStories } from '../../server/stories/forget.ts'
import { storyHeldBy } from '../../server/stories/queries.ts'
import { rejectStories } from '../../server/stories/reject-stories.ts'
import { remindOfDrafts } from '../../server/stories/remind.ts'
import { review } from '../../server/stories/review.ts'
import { setCall } from '../../server/stories/set-call.ts'
import { withdraw } from '../../server/stories/withdraw.ts'
import { config } from '../mail/config.ts'
import { lettersTo } from '../registrations/places.ts'
import { now, world } from '../world.ts'
import { bring, callInput, days, openCall, storyCalled } from './cast.ts'

const noor = { email: 'noor@example.org' }

async function called(ofMeeting = true) {
  const here = await world()
  const meeting = ofMeeting ? here.kickoff : null
  return { ...here, meeting, call: await openCall(here.db, here.project, meeting, here.owner) }
}

test('a draft is reminded of once, two days before the call closes, and nobody else is', async () => {
  const { db, call } = await called()
  await bring(db, call, {}, 'save')
  await bring(db, call, { email: 'sami@example.org', story: { title: 'Other' } })
  const due = call.closesAt.subtract(days(2))
  await remindOfDrafts(db, due.subtract({ seconds: 1 }))
  expect(await lettersTo(db, noor)).toEqual(['story-saved'])
  await remindOfDrafts(db, due)
  await remindOfDrafts(db, due.add({ hours: 1 }))
  expect(await lettersTo(db, noor)).toEqual(['story-reminder', 'story-saved'])
  expect(await lettersTo(db, { email: 'sami@example.org' })).toEqual(['story-handed-in'])
})

test('a draft begun in the last two days, or of a call that is over, needs no reminder', async () => {
  const { db, call } = await called()
  await bring(db, call, {}, 'save', call.closesAt.subtract({ hours: 30 }))
  await remindOfDrafts(db, call.closesAt.subtract({ hours: 1 }))
  await remindOfDrafts(db, call.closesAt)
  expect(await lettersTo(db, noor)).toEqual(['story-saved'])
})

test('the reminder moves with the deadline, even when it waits in the outbox already', async () => {
  const { db, call, project, meeting, owner } = await called()
  await bring(db, call, {}, 'save')
  const due = call.closesAt.subtract(days(2))
  await remindOfDrafts(db, due)
  const later = { ...callInput(), closesAt: call.closesAt.add(days(3)) }
  await setCall(db, project, meeting, later, owner, due)
  const [waiting] = await db.select().from(letters).where(eq(letters.kind, 'story-reminder'))
  if (!waiting) throw new Error('no reminder')
  expect(await writers['story-reminder']?.(db, waiting, { config, now: due })).toBeNull()
  await db.transact(
    (tx) => tx.update(letters).set({ endedAt: due, ending: 'overtaken' }).where(eq(letters.id, waiting.id)),
    {
      touches: 'nothing',
    },
  )
  await remindOfDrafts(db, due.add(days(1)))
  expect((await lettersTo(db, noor)).filter((kind) => kind === 'story-reminder')).toHaveLength(1)
  await remindOfDrafts(db, due.add(days(3)))
  expect((await lettersTo(db, noor)).filter((kind) => kind === 'story-reminder')).toHaveLength(2)
})

test('whoever handed in or withdrew before the letter went is not reminded', async () => {
  const { db, call } = await called()
  const token = await bring(db, call, {}, 'save')
  const due = call.closesAt.subtract(days(2))
  await remindOfDrafts(db, due)
  const held = await storyHeldBy(db, token, due)
  if (held) await withdraw(db, held)
  const [waiting] = await db.select().from(letters).where(eq(letters.kind, 'story-reminder'))
  expect(waiting && (await writers['story-reminder']?.(db, waiting, { config, now: due }))).toBeNull()
})

test('30 days after the meeting what was not told is deleted, with everybody who brought it', async () => {
  const { db, call, project, kickoff, owner } = await called()
  const [yes, no] = ['Yes', 'No']
  for (const title of ['Draft', yes, no]) {
    await bring(db, call, { story: { title, wishes: 'Sound' } }, title === 'Draft' ? 'save' : 'hand-in')
  }
  await review(db, project, await storyCalled(db, yes), { score: 5, comment: 'Good' }, owner, now)
  await acceptStories(db, { project, meeting: kickoff, call }, [(await storyCalled(db, yes)).id], owner, now)
  await rejectStories(db, { project, call }, [(await storyCalled(db, no)).id], '', owner, now)
  await forgetStories(db, kickoff.endsAt.add(days(30)))
  expect(await db.select().from(stories)).toHaveLength(3)
  await forgetStories(db, kickoff.endsAt.add(days(30)).add({ seconds: 1 }))
  expect(await db.select().from(stories)).toMatchObject([{ title: yes, status: 'accepted', wishes: '' }])
  for (const table of [storySpeakers, storyLinks, storyReviews]) expect(await db.select().from(table)).toEqual([])
  const kept = (await db.select().from(letters)).filter(({ kind }) => kind.startsWith('story'))
  expect(kept).toEqual([])
})

test('of a project’s call, drafts go 30 days after it closed, and a no leaves 30 days to read it', async () => {
  const { db, call, project, owner } = await called(false)
  await bring(db, call, { story: { title: 'Draft' } }, 'save')
  await bring(db, call, { story: { title: 'No' } })
  const decidedAt = call.closesAt.add(days(20))
  await rejectStories(db, { project, call }, [(await storyCalled(db, 'No')).id], '', owner, decidedAt)
  await forgetStories(db, call.closesAt.add(days(31)))
  expect((await db.select().from(stories)).map(({ title }) => title)).toEqual(['No'])
  await forgetStories(db, decidedAt.add(days(31)))
  expect(await db.select().from(stories)).toEqual([])
})

test('a story accepted from a project’s call stays with the meeting it went to', async () => {
  const { db, call, project, kickoff, owner } = await called(false)
  await bring(db, call)
  await acceptStories(db, { project, meeting: kickoff, call }, [(await storyCalled(db, 'Solyanka')).id], owner, now)
  const later = kickoff.endsAt.add(days(200))
  await db.transact((tx) => tx.update(meetings).set({ endsAt: later }).where(eq(meetings.id, kickoff.id)), {
    touches: 'nothing',
  })
  await forgetStories(db, call.closesAt.add(days(90)))
  expect(await db.select().from(storySpeakers)).toHaveLength(1)
  await forgetStories(db, later.add(days(31)))
  expect(await db.select().from(storySpeakers)).toEqual([])
})

test('letters say in every language what they are about, and give way to what has happened since', async () => {
  const { db, call, project, kickoff, owner } = await called()
  await bring(db, call, { coSpeakers: ['sami@example.org'] }, 'save')
  await bring(db, call, { email: 'mark@example.org', story: { title: 'Jā' } })
  await remindOfDrafts(db, call.closesAt.subtract(days(2)))
  await acceptStories(db, { project, meeting: kickoff, call }, [(await storyCalled(db, 'Jā')).id], owner, now)
  const at = call.closesAt.subtract(days(2))
  const written = new Map<string, string | null>()
  for (const letter of await db.select().from(letters)) {
    for (const locale of ['lv', 'en', 'ru', 'uk'] as const) {
      const mail = await writers[letter.kind]?.(db, { ...letter, locale }, { config, now: at })
      if (mail) expect(mail.text).toContain(`https://kopa.example.org/story/${letter.token}`)
      written.set(letter.kind, mail?.subject ?? null)
    }
  }
  expect([...written].map(([kind, subject]) => [kind, subject === null]).sort()).toEqual([
    ['story-accepted', false],
    ['story-co-speaker', false],
    ['story-handed-in', true],
    ['story-reminder', false],
    ['story-saved', false],
  ])
})
