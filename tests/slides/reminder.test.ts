import { existsSync } from 'node:fs'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters, meetings, slides, slots } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { writers } from '../../server/letters.ts'
import { actOn } from '../../server/mail/outbox/deeds.ts'
import { recordOutcome } from '../../server/mail/outcome.ts'
import { slidesReminderDue } from '../../server/slides/due.ts'
import { forgetSlides } from '../../server/slides/forget.ts'
import { remindOfSlides } from '../../server/slides/remind.ts'
import { sweepSlides } from '../../server/slides/sweep.ts'
import { pdf } from './papers.ts'
import { atTheTable, edit, editSpeaking, kept, story } from './table.ts'

type Table = Awaited<ReturnType<typeof atTheTable>>

async function reminded({ db }: Table): Promise<string[]> {
  const rows = await db.select().from(letters).where(eq(letters.kind, 'slides-reminder'))
  return rows.map(({ recipient }) => recipient).sort()
}

/** As it would go out now; null when it has been overtaken. */
async function written({ db, app }: Table, now: Temporal.Instant) {
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'slides-reminder'))
  if (!letter) throw new Error('no letter')
  const house = { config: { publicUrl: 'http://localhost:3000', mailFrom: app.config.mailFrom, readsMail: false }, now }
  return { letter, text: (await writers['slides-reminder']?.(db, letter, house)) ?? null }
}

async function move({ db, kickoff }: Table, columns: Partial<typeof meetings.$inferInsert>): Promise<void> {
  await db.transact((tx) => tx.update(meetings).set(columns).where(eq(meetings.id, kickoff.id)), {
    touches: 'everything',
  })
}

test('whoever has handed in nothing is reminded a day before the day, and once', async () => {
  const here = await atTheTable()
  const due = slidesReminderDue(here.kickoff)
  await here.handIn(here.bats, pdf())
  await remindOfSlides(here.db, due.subtract({ seconds: 1 }))
  expect(await reminded(here)).toEqual([])
  await Promise.all([remindOfSlides(here.db, due), remindOfSlides(here.db, due)])
  await remindOfSlides(here.db, due.add({ hours: 30 }))
  expect(await reminded(here)).toEqual(['imbir@example.org'])
  const { text } = await written(here, due)
  expect(text).toMatchObject({ subject: 'Your slides are still missing: A blog for everyone' })
  expect(text?.text).toContain('Please send us your slides by 10 December 2026.')
  const link = /http:\S+(\/speaker\/\S+\/slides)/.exec(text?.text ?? '')?.[1] ?? ''
  expect((await here.see(link)).body).toContain('A blog for everyone')
})

test('a reminder that organisers held goes when they let it go', async () => {
  const here = await atTheTable()
  const due = slidesReminderDue(here.kickoff)
  await here.handIn(here.bats, pdf())
  await remindOfSlides(here.db, due)
  const { project, owner: by } = here
  const which = eq(letters.kind, 'slides-reminder')
  await actOn(here.db, 'hold', { project, which, by, now: due })
  await actOn(here.db, 'let-go', { project, which, by, now: due.add({ hours: 2 }) })
  expect((await written(here, due.add({ hours: 2 }))).text).not.toBeNull()
})

test.each([
  ['who is not confirmed', async ({ db, blog }: Table) => editSpeaking(db, blog.speaker, { standing: 'accepted' })],
  [
    'who was confirmed this morning',
    async ({ db, blog, kickoff }: Table) =>
      editSpeaking(db, blog.speaker, { confirmedAt: slidesReminderDue(kickoff).subtract({ hours: 10 }) }),
  ],
  ['whose slides nobody wants', async ({ db, blog }: Table) => edit(db, blog.slot.id, { slidesWanted: false })],
  ['whose story has no time', async ({ db, blog }: Table) => edit(db, blog.slot.id, { dayId: null })],
])('nobody is reminded %s', async (_who, so) => {
  const here = await atTheTable()
  await so(here)
  await remindOfSlides(here.db, slidesReminderDue(here.kickoff))
  expect(await reminded(here)).toEqual(['luna@example.org'])
})

test.each([{ status: 'draft' }, { status: 'postponed' }, { status: 'cancelled' }] as const)(
  'nobody is reminded of a meeting that is $status, or has begun',
  async (columns) => {
    const here = await atTheTable()
    await remindOfSlides(here.db, here.kickoff.startsAt)
    await move(here, columns)
    await remindOfSlides(here.db, slidesReminderDue(here.kickoff))
    expect(await reminded(here)).toEqual([])
  },
)

test('somebody with two stories gets one letter that names both; of two speakers each gets one', async () => {
  const here = await atTheTable()
  await story(here, 'More bats', 'Luna', 'luna@example.org')
  const due = slidesReminderDue(here.kickoff)
  await remindOfSlides(here.db, due)
  expect(await reminded(here)).toEqual(['imbir@example.org', 'luna@example.org'])
  const rows = await here.db.select().from(letters).where(eq(letters.recipient, 'luna@example.org'))
  const letter = rows.find(({ kind }) => kind === 'slides-reminder')
  const house = { config: here.app.config, now: due }
  const text = letter && (await writers['slides-reminder']?.(here.db, letter, house))?.text
  expect(text).toMatch(/City of bats[\s\S]*More bats/)
})

test('a reminder that was overtaken before it went moves with the meeting', async () => {
  const here = await atTheTable()
  await here.handIn(here.bats, pdf())
  const due = slidesReminderDue(here.kickoff)
  await remindOfSlides(here.db, due)
  await move(here, {
    startsAt: here.kickoff.startsAt.add({ hours: 24 * 7 }),
    endsAt: here.kickoff.endsAt.add({ hours: 24 * 7 }),
  })
  const { letter, text } = await written(here, due)
  expect(text).toBeNull()
  await recordOutcome(here.db, letter, { is: 'overtaken' }, due)
  await remindOfSlides(here.db, due.add({ hours: 24 }))
  expect(await reminded(here)).toHaveLength(1)
  await remindOfSlides(here.db, due.add({ hours: 24 * 7 }))
  await remindOfSlides(here.db, due.add({ hours: 24 * 7 + 1 }))
  expect(await reminded(here)).toHaveLength(2)
})

test('what came in meanwhile is not asked for', async () => {
  const here = await atTheTable()
  await here.handIn(here.bats, pdf())
  const due = slidesReminderDue(here.kickoff)
  await remindOfSlides(here.db, due)
  await here.handIn(here.blog, pdf())
  expect((await written(here, due)).text).toBeNull()
})

test('thirty days after the meeting what was never published goes, with its file; the rest stays', async () => {
  const here = await atTheTable()
  await here.handIn(here.bats, pdf())
  await here.handIn(here.blog, pdf())
  await here.desk(`${here.bats.slot.slug}/publish`)
  const { dataDir } = here.app.config
  const end = here.kickoff.endsAt.add({ hours: 30 * 24 })
  await forgetSlides(here.db, filesInFolder(dataDir), end)
  expect(await kept(here.db)).toHaveLength(2)
  await forgetSlides(here.db, filesInFolder(dataDir), end.add({ seconds: 1 }))
  expect(await kept(here.db)).toEqual(['City of bats: story.pdf'])
  expect(await readdir(join(dataDir, 'slides'))).toHaveLength(1)
})

test('files without slides are swept after two days, unless they are brought back; torn uploads sooner', async () => {
  const here = await atTheTable()
  await here.handIn(here.bats, pdf())
  const { dataDir } = here.app.config
  const folder = join(dataDir, 'slides')
  const [row] = await here.db.select().from(slides)
  if (!row) throw new Error('no slides')
  const file = join(folder, row.id)
  const sweep = (hours: number) => sweepSlides(here.db, filesInFolder(dataDir), here.now.add({ hours }))
  await writeFile(join(folder, 'torn.new'), 'half')
  await utimes(join(folder, 'torn.new'), new Date(0), new Date(0))
  const [slot] = await here.db.select().from(slots).where(eq(slots.id, here.bats.slot.id))
  await here.db.transact((tx) => tx.delete(slides), { touches: 'everything' })
  await sweep(0)
  await sweep(47)
  expect((await readdir(folder)).sort()).toEqual([row.id, `${row.id}.leaving`])
  await here.db.transact((tx) => tx.insert(slides).values({ ...row, slotId: slot?.id ?? '' }), {
    touches: 'everything',
  })
  await sweep(49)
  expect((await readFile(file)).equals(pdf())).toBe(true)
  expect(await readdir(folder)).toEqual([row.id])
  await here.db.transact((tx) => tx.delete(slides), { touches: 'everything' })
  await sweep(50)
  await sweep(99)
  await sweep(100)
  expect([existsSync(file), await readdir(folder)]).toEqual([false, []])
})
