import { expect, test } from 'vitest'
import { and, eq, isNull } from '../../db/drizzle.ts'
import { letters, type Slot, slotSpeakers } from '../../db/schema.ts'
import { releasedAgenda } from '../../server/agenda/queries.ts'
import { writers } from '../../server/letters.ts'
import type { MailOptions } from '../../server/mail/compose.ts'
import { postLetters } from '../../server/mail/post.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { registrationsOfAddress } from '../../server/registrations/queries.ts'
import { liga, noor } from '../cast.ts'
import { now as start } from '../world.ts'
import { agendaEvening } from './agenda-evening.ts'
import { calendarClient } from './calendar-client.ts'
import { config } from './config.ts'
import { notToday } from './post-office.ts'

const seeds = Array.from({ length: 25 }, (_, i) => i + 1)
const guests = [noor, { ...liga, locale: 'en' as const }]

test.each(seeds)(
  'whatever is released and whatever the post loses, all end with what is released: story %i',
  async (seed) => {
    const story = await begin(seed)
    for (let i = 0; i < 40; i += 1) await happen(story)
    story.treatment = () => 'take'
    for (let i = 0; i < 40; i += 1) await post(story, 61)
    const told = story.log.join('\n')
    expect(await unsent(story), told).toEqual([])
    for (const { email } of guests) {
      const known = story.knows.get(email)
      if (known) expect(Object.fromEntries(known), `${told}\n${email}`).toEqual(await agendaOf(story))
    }
    for (const slot of story.slots) {
      for (const who of story.speakers.get(slot.id) ?? []) {
        const calendar = calendarOf(story, who.email ?? '', slot)
        expect(calendar.entries()[slot.id]?.startsAt ?? null, `${told}\n${who.email} ${slot.title.en}`).toBe(
          await timeFor(story, who, slot),
        )
        expect(calendar.stale(), told).toBe(0)
      }
    }
    expect(story.tooMany, told).toEqual([])
  },
)

type Treatment = 'take' | 'take, and lose the answer' | 'refuse'
type Story = Awaited<ReturnType<typeof begin>>

/** Three stories: two speakers behind one address, and one who is a guest too. */
async function begin(seed: number) {
  const here = await agendaEvening()
  const slots = [await here.add('Luna'), await here.add('Bats'), await here.add('Tea')]
  const [luna, bats, tea] = slots as [Slot, Slot, Slot]
  const school = { email: 'school@example.com' }
  const speakers = new Map([
    [
      luna.id,
      [await here.speaker('Luna', luna, school), await here.speaker('Noor', luna, { email: 'NOOR@example.org' })],
    ],
    [bats.id, [await here.speaker('Bats', bats, school)]],
  ])
  const random = randomFrom(seed)
  const treatment = (): Treatment => {
    const chance = random()
    if (chance < 0.6) return 'take'
    return chance < 0.8 ? 'take, and lose the answer' : 'refuse'
  }
  return {
    ...{ ...here, now: start, slots, speakers, tea, random, treatment },
    calendars: new Map<string, ReturnType<typeof calendarClient>>(),
    /** What guests have in mind: the agenda as they saw it when they came, then as their letters say. */
    knows: new Map<string, Map<string, string>>(),
    log: [] as string[],
    tooMany: [] as string[],
    /** Which letters about which release reached whom: a letter that is tried again counts once. */
    delivered: new Map<string, Set<string>>(),
  }
}

async function happen(story: Story): Promise<void> {
  story.now = story.now.add({ minutes: Math.ceil(story.random() * 8) })
  const deed = pick(
    story,
    Object.keys(deeds).flatMap((name) => Array<string>(often[name] ?? 1).fill(name)),
  )
  story.log.push(`${story.now} ${deed}`)
  await deeds[deed]?.(story)
}

const often: Record<string, number> = {
  stretch: 4,
  'to the tray or back': 2,
  release: 7,
  post: 8,
  leave: 1,
  register: 2,
}

const deeds: Record<string, (story: Story) => Promise<unknown>> = {
  stretch: (story) => story.change(pick(story, story.slots), { minutes: pick(story, [10, 15, 20]) }, story.now),
  rename: (story) => story.change(story.tea, { title: { en: pick(story, ['Tea', 'Cake']) } }, story.now),
  'to the tray or back': (story) =>
    story.change(pick(story, story.slots), { dayId: pick(story, [story.day.id, '']) || null }, story.now),
  release: (story) => story.release(story.now),
  register: async (story) => {
    const person = pick(story, guests)
    if (await comes(story, person)) return
    await story.registered(person, story.now)
    if (await releasedAgenda(story.db, story.kickoff))
      story.knows.set(person.email, new Map(Object.entries(await agendaOf(story))))
  },
  leave: async (story) => {
    const { email } = pick(story, guests)
    const registration = await comes(story, { email })
    if (registration) await cancel(story.db, story.project, story.kickoff, registration, story.now)
    story.knows.delete(email)
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
    receive(story, address, mail)
    await countDelivered(story, address, mail)
    if (treatment !== 'take') throw new Error('Connection lost')
    return { response: '250 OK' }
  }
  await postLetters(story.db, { transport: { sendMail, close() {} }, writers, config, now: () => story.now })
}

async function countDelivered(story: Story, address: string, mail: MailOptions): Promise<void> {
  if (!/agenda|slot|time/i.test(mail.subject ?? '')) return
  const agenda = await releasedAgenda(story.db, story.kickoff)
  const key = `${address.toLowerCase()} v${agenda?.version}`
  const known = story.delivered.get(key) ?? new Set()
  story.delivered.set(key, known.add(mail.messageId ?? ''))
  if (known.size > 1) story.tooMany.push(key)
}

/** As a person with a calendar reads it. */
function receive(story: Story, address: string, mail: MailOptions): void {
  const { icalEvent } = mail as { icalEvent?: { content: string } }
  const files = (mail.attachments ?? []).map(({ content }) => String(content))
  for (const content of [...(icalEvent ? [icalEvent.content] : []), ...files]) {
    const slot = story.slots.find(({ id }) => content.includes(`UID:${id}`))
    if (slot) calendarOf(story, address, slot).receive(content)
  }
  const known = story.knows.get(address.toLowerCase())
  if (known) learn(story, known, String(mail.text))
}

/** The lines of a letter: "17:00–17:10: Luna, Hall", and a speaker's own "Your slot: Luna" with its times. */
function learn(story: Story, known: Map<string, string>, text: string): void {
  const own = [...text.matchAll(/Your slot: (.*)\nWhen: (?:.*?(\d\d:\d\d–\d\d:\d\d)|no longer)/g)]
  const lines = [...text.matchAll(/^(\d\d:\d\d–\d\d:\d\d): (.*)$/gm)].map(([, time, what = '']) => {
    const [title] = what.split(/, Hall| – /)
    return [title ?? '', what.endsWith('no longer on the agenda') ? undefined : time] as const
  })
  for (const [title, time] of [...own.map(([, title = '', time]) => [title, time] as const), ...lines]) {
    const id =
      story.slots.find((slot) => [slot.title.en, slot === story.tea ? 'Cake' : ''].includes(title))?.id ?? title
    if (time) known.set(id, `${time} ${title}`)
    else known.delete(id)
  }
}

async function agendaOf(story: Story): Promise<Record<string, string>> {
  const agenda = await releasedAgenda(story.db, story.kickoff)
  const clock = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Riga').toString().slice(11, 16)
  const shown = agenda?.slots.map(({ id, startsAt, endsAt, title }) => [
    id,
    `${clock(startsAt)}–${clock(endsAt)} ${title.en}`,
  ])
  return Object.fromEntries(shown ?? [])
}

async function timeFor(story: Story, who: { id: string }, slot: Slot): Promise<string | null> {
  const its = and(eq(slotSpeakers.slotId, slot.id), eq(slotSpeakers.speakerId, who.id))
  const [row] = await story.db.select().from(slotSpeakers).where(its)
  const agenda = await releasedAgenda(story.db, story.kickoff)
  return row ? (agenda?.slots.find(({ id }) => id === slot.id)?.startsAt ?? null) : null
}

async function comes({ db, kickoff }: Story, { email }: { email: string }) {
  return (await registrationsOfAddress(db, kickoff, email)).find(({ status }) => status === 'confirmed') ?? null
}

async function unsent({ db }: Story) {
  return await db
    .select({ kind: letters.kind })
    .from(letters)
    .where(and(isNull(letters.sentAt), isNull(letters.endedAt)))
}

function calendarOf({ calendars }: Story, email: string, slot: Slot) {
  const key = `${email.toLowerCase()} ${slot.id}`
  const calendar = calendars.get(key) ?? calendarClient()
  calendars.set(key, calendar)
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
