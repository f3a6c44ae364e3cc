import { createHash } from 'node:crypto'
import { type DemoVoice, voices as told } from '../../db/demo/afterwards/voices.ts'
import { organisers } from '../../db/demo/people.ts'
import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, voices } from '../../db/schema.ts'
import { publishAnswer } from '../dialogue/answer.ts'
import { decideItems } from '../dialogue/decide.ts'
import { giveItems } from '../dialogue/give.ts'
import { setWall } from '../ideas/open-wall.ts'
import { putIdea } from '../ideas/put-idea.ts'
import { voteForIdea } from '../ideas/vote.ts'
import { invite } from '../organisers/people.ts'
import { membersOf } from '../organisers/queries.ts'
import { freshProject, groupsOf } from '../projects/queries.ts'
import { ask } from '../room/ask.ts'
import { decide } from '../room/decide.ts'
import { closeRoom, openRoom } from '../room/open-room.ts'
import { vote } from '../room/vote.ts'
import { noon } from './moments.ts'

export type Held = Record<'first' | 'second' | 'last', Meeting>
type Told = { db: Database; project: Project; by: Organiser }

/** Whoever answers for the council. */
export async function inviteAnswerer({ db, project, by }: Told, now: Temporal.Instant): Promise<{ id: string }> {
  await invite(db, project, organisers.answerer, by, now)
  const found = (await membersOf(db, project)).find(({ organiser }) => organiser.email === organisers.answerer.email)
  return found?.organiser ?? by
}

/** What was asked at the meetings that are over, and what the council has answered since. */
export async function goOnTalking(here: Told, held: Held, answerer: { id: string }): Promise<void> {
  const { db, project, by } = here
  for (const [name, meeting] of Object.entries(held)) {
    const asked = told.filter((one) => one.meeting === name)
    await openRoom(db, { project, meeting }, by, meeting.startsAt)
    for (const [i, one] of asked.entries()) await hear(here, meeting, one, meeting.startsAt.add({ minutes: 20 + i }))
    await closeRoom(db, { project, meeting }, by, meeting.endsAt)
    for (const one of asked.filter(({ dueOn }) => dueOn))
      await answer(here, one, answerer, meeting.endsAt.add({ hours: 18 }))
  }
}

/** A question from somebody's phone, approved, voted for, and perhaps answered aloud. */
async function hear({ db, project, by }: Told, meeting: Meeting, one: DemoVoice, at: Temporal.Instant): Promise<void> {
  const group = (await groupsOf(db, project))[one.group]?.id ?? ''
  const question = { text: one.text, slot: '', group, name: '', email: '' }
  await ask(db, { project, meeting }, question, { locale: 'lv', voterHash: phone(one.text) }, at)
  const { id } = await voiceCalled(db, project, one.text)
  await decide(db, { project, meeting }, id, { deed: 'show', into: '' }, by, at.add({ minutes: 1 }))
  for (let i = 0; i < one.votes; i++)
    await vote(db, { project, meeting }, id, 'vote', phone(`${i}`), at.add({ minutes: 2 }))
  if (one.spoken) await decide(db, { project, meeting }, id, { deed: 'spoken', into: '' }, by, at.add({ minutes: 60 }))
}

async function answer({ db, project, by }: Told, one: DemoVoice, answerer: { id: string }, at: Temporal.Instant) {
  const voice = await voiceCalled(db, project, one.text)
  await giveItems(
    db,
    project,
    { ids: [voice.id], answererId: answerer.id, ...(one.dueOn ? { dueOn: one.dueOn } : {}) },
    by,
    at,
  )
  if (one.answer && one.answeredOn)
    await publishAnswer(db, project, voice, one.answer, answerer, noon(project, one.answeredOn))
}

/** Between meetings there is a wall to put ideas on. */
export async function openTheWall({ db, project, by }: Told, now: Temporal.Instant): Promise<void> {
  await setWall(db, project, 'open', by, now)
  const open = (await freshProject(db, project)) ?? project
  const groups = await groupsOf(db, project)
  for (const [i, one] of told.filter(({ meeting }) => !meeting).entries()) {
    const at = now.add({ hours: i + 1 })
    const idea = { text: one.text, name: '', group: groups[one.group]?.id ?? '', email: '' }
    await putIdea(db, open, idea, { locale: 'lv', voterHash: phone(one.text) }, at)
    const { id } = await voiceCalled(db, project, one.text)
    await decideItems(db, project, [id], 'shown', by, at.add({ minutes: 30 }))
    for (let v = 0; v < one.votes; v++) await voteForIdea(db, open, id, 'vote', phone(`${v}`), at.add({ minutes: 40 }))
  }
}

/** By its words. */
export async function voiceCalled(db: Database, project: Project, text: string): Promise<{ id: string }> {
  const [found] = await db
    .select({ id: voices.id })
    .from(voices)
    .where(and(eq(voices.projectId, project.id), eq(voices.text, text)))
  return found ?? { id: '' }
}

/** A browser that nobody has. */
export function phone(name: string): string {
  return createHash('sha256').update(`demo ${name}`).digest('hex')
}
