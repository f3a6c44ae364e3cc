import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { projects, voices, voiceVotes } from '../../db/schema.ts'
import { forgetVoices } from '../../server/dialogue/forget.ts'
import { makePoll } from '../../server/polls/make-poll.ts'
import { openPoll } from '../../server/polls/run-poll.ts'
import { openRoom } from '../../server/room/open-room.ts'
import { addVoice } from '../dialogue/cast.ts'
import { now } from '../world.ts'
import { open, room } from './cast.ts'

const days = (count: number) => ({ hours: 24 * count })

/** A room with a question and a poll, that nobody closes. */
async function left() {
  const here = await open()
  const { db, project, kickoff, owner, send, phone, ask, decide } = here
  await ask('Parks?', 'noor')
  await decide('Parks?', 'show')
  const question = { kind: 'scale' as const, question: { en: 'How was it?' }, options: [] }
  const poll = await makePoll(db, { project, meeting: kickoff }, question, owner, now)
  await openPoll(db, { project, meeting: kickoff }, poll, owner, now)
  const choose = async (from: string) =>
    await send(`/gen-y-city/kickoff/polls/${poll.id}`, { choice: '5' }, phone(from))
  return { ...here, choose }
}

test('a room and a poll that nobody closed close themselves a day after the meeting, and can be opened again', async () => {
  const { db, project, owner, app, kickoff, ask, vote, choose, read } = await left()
  app.clock.now = kickoff.endsAt.add({ hours: 23 })
  const statuses = async (from: string) => [
    (await ask(`Vēl? ${from}`, from)).statusCode,
    (await vote('Parks?', from)).statusCode,
    (await choose(from)).statusCode,
  ]
  expect(await statuses('sami')).toEqual([303, 303, 303])
  app.clock.now = kickoff.endsAt.add({ hours: 25 })
  expect(await statuses('lena')).toEqual([409, 409, 409])
  expect(await read(room)).toContain('Questions are closed.')
  expect(await read(room)).not.toContain('How was it?')
  await openRoom(db, { project, meeting: kickoff }, owner, app.clock.now)
  expect((await vote('Parks?', 'lena')).statusCode).toBe(303)
})

test('in a project that is among the past ones nobody votes any more', async () => {
  const { db, project, vote, choose, send, phone } = await left()
  const idea = await addVoice({ db, project }, 'Skeitparks', { kind: 'idea' })
  await db.transact((tx) => tx.update(projects).set({ archivedAt: now }).where(eq(projects.id, project.id)), {
    touches: 'everything',
  })
  const onWall = await send(`/gen-y-city/ideas/${idea.id}/vote`, {}, phone('sami'))
  const votes = [await vote('Parks?', 'sami'), await choose('sami'), onWall].map(({ statusCode }) => statusCode)
  expect(votes).toEqual([409, 409, 409])
  expect(await db.select().from(voiceVotes)).toEqual([])
})

test('whoever votes after the people were forgotten is forgotten too; so is the address of one answered in other words', async () => {
  const { db, project, kickoff, app, ask, decide, vote } = await left()
  await ask('Koki?', 'lena', { email: 'lena@example.org' })
  await decide('Parks?', 'spoken')
  const [parks] = await db.select().from(voices).where(eq(voices.text, 'Parks?'))
  await decide('Koki?', 'merge', parks?.id)
  const after = kickoff.endsAt.add(days(kickoff.keepDays + 1))
  await forgetVoices(db, after)
  const known = (await db.select().from(voices)).flatMap(({ email, voterHash }) => [email, voterHash])
  expect(known).toEqual([null, null, null, null])
  const late = { voiceId: parks?.id ?? '', voterHash: 'late', at: after }
  await db.transact((tx) => tx.insert(voiceVotes).values(late), { touches: project.id })
  await forgetVoices(db, after.add(days(1)))
  const voters = (await db.select().from(voiceVotes)).map(({ voterHash }) => voterHash)
  expect(voters).toEqual([expect.stringMatching(/^gone /)])
  app.clock.now = after
  expect((await vote('Parks?', 'sami')).statusCode).toBe(409)
})
