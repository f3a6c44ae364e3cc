import { expect, test } from 'vitest'
import { and, isNull } from '../../db/drizzle.ts'
import { letters } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import type { MailOptions } from '../../server/mail/compose.ts'
import { postLetters } from '../../server/mail/post.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { Refusal } from '../../server/refusal.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { accept, lapsePlaces } from '../../server/registrations/places/offer.ts'
import { registrationsOfAddress } from '../../server/registrations/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { now as start, world } from '../world.ts'
import { calendarClient } from './calendar-client.ts'
import { config } from './config.ts'
import { current, edit, shift } from './edit.ts'
import { notToday } from './post-office.ts'

/** 27, 30 and the last three once ended with calendars that were wrong. */
const seeds = [...Array.from({ length: 30 }, (_, i) => i + 1), 74, 82, 85]
const people = ['ada', 'bo', 'cy', 'di'].map((name) => `${name}@example.org`)

test.each(seeds)(
  'whatever happens and whatever the post loses, calendars end as things are: story %i',
  async (seed) => {
    const story = await begin(seed)
    for (let i = 0; i < 30; i += 1) await happen(story)
    story.treatment = () => 'take'
    for (let i = 0; i < 40; i += 1) await post(story, 61)
    const told = story.log.join('\n')
    expect(await unsent(story), told).toEqual([])
    for (const email of people) {
      const calendar = calendarOf(story, email)
      expect(calendar.entries(), `${told}\n${email}`).toEqual(await truthFor(story, email))
      expect(calendar.stale(), told).toBe(0)
    }
  },
)

type Treatment = 'take' | 'take, and lose the answer' | 'refuse'
type Story = Awaited<ReturnType<typeof begin>>

async function begin(seed: number) {
  const random = randomFrom(seed)
  const treatment = (): Treatment => {
    const chance = random()
    if (chance < 0.5) return 'take'
    return chance < 0.8 ? 'take, and lose the answer' : 'refuse'
  }
  const calendars = new Map<string, ReturnType<typeof calendarClient>>()
  return { ...(await world({ capacity: 2 })), now: start, random, treatment, calendars, log: [] as string[] }
}

async function happen(story: Story): Promise<void> {
  const longest = story.random() < 0.15 ? 26 * 60 : 20
  story.now = story.now.add({ minutes: Math.ceil(story.random() * longest) })
  const deed = pick(
    story,
    Object.keys(deeds).flatMap((name) => Array<string>(often[name] ?? 2).fill(name)),
  )
  const email = pick(story, people)
  story.log.push(`${story.now} ${deed} ${email}`)
  await deeds[deed]?.(story, email).catch((error) => {
    if (!(error instanceof Refusal)) throw error
  })
}

const often: Record<string, number> = {
  register: 8,
  leave: 4,
  post: 10,
  postpone: 1,
  'move later': 4,
  'move earlier': 4,
}

const deeds: Record<string, (story: Story, email: string) => Promise<unknown>> = {
  register: ({ db, project, kickoff, pupils, now }, email) =>
    register(db, project, kickoff, { name: email, email, groupId: pupils.id, locale: 'en' }, now),
  leave: async (story, email) =>
    await cancel(story.db, story.project, story.kickoff, await standingOf(story, email), story.now),
  accept: async (story, email) =>
    await accept(story.db, story.project, story.kickoff, await standingOf(story, email), story.now),
  lapse: ({ db, now }) => lapsePlaces(db, now),
  'move later': (story) => shift(story, 1, story.now),
  'move earlier': (story) => shift(story, -1, story.now),
  'change title': (story) => edit(story, { title: { en: pick(story, ['Kick-off', 'Opening']) } }, story.now),
  'change capacity': (story) => edit(story, { capacity: pick(story, [1, 2, 3]) }, story.now),
  postpone: ({ db, project, kickoff, owner, now }) => postponeMeeting(db, project, kickoff, owner, now),
  'call off, rarely': async ({ db, project, kickoff, owner, now, random }) => {
    if (random() < 0.1) await cancelMeeting(db, project, kickoff, owner, now)
  },
  post: (story) => post(story, 0),
}

async function post(story: Story, minutes: number): Promise<void> {
  story.now = story.now.add({ minutes })
  const sendMail = async (mail: MailOptions) => {
    const { address } = mail.to as { address: string }
    const treatment = story.treatment()
    story.log.push(`  ${treatment}: ${mail.subject} to ${address}`)
    if (treatment === 'refuse') throw notToday
    const { icalEvent } = mail as { icalEvent?: { content: string } }
    if (icalEvent) calendarOf(story, address).receive(icalEvent.content)
    if (treatment !== 'take') throw new Error('Connection lost')
    return { response: '250 OK' }
  }
  await postLetters(story.db, { transport: { sendMail, close() {} }, writers, config, now: () => story.now })
}

async function truthFor(story: Story, email: string) {
  const { id, status, startsAt, endsAt, title } = await current(story)
  const isIn = (await standingOf(story, email)).status === 'confirmed' && status !== 'cancelled'
  if (!isIn) return {}
  const entry = {
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    summary: status === 'postponed' ? `Postponed: ${title.en}` : title.en,
    location: 'Youth House, Parādes iela 1, Daugavpils',
    status: status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED',
  }
  return { [id]: entry }
}

/** How they stand last; somebody who never came stands nowhere. */
async function standingOf({ db, kickoff }: Story, email: string) {
  const all = await registrationsOfAddress(db, kickoff, email)
  return all.sort((a, b) => b.arrival - a.arrival)[0] ?? { id: 'nobody', status: 'nobody' }
}

async function unsent({ db }: Story) {
  return await db
    .select({ kind: letters.kind })
    .from(letters)
    .where(and(isNull(letters.sentAt), isNull(letters.endedAt)))
}

function calendarOf({ calendars }: Story, email: string) {
  const calendar = calendars.get(email) ?? calendarClient(email)
  calendars.set(email, calendar)
  return calendar
}

function pick<T>({ random }: Pick<Story, 'random'>, some: readonly T[]): T {
  return some[Math.floor(random() * some.length)] ?? expect.unreachable()
}

/** The same numbers for the same seed (a linear congruential generator; its first ones are close to the seed). */
function randomFrom(seed: number): () => number {
  let state = (seed * 7919 * 1664525) >>> 0
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
