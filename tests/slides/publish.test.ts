import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { history, meetings, projects, slides, speakers } from '../../db/schema.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { sandboxed } from '../../server/headers.ts'
import { publishedSlides, slidesMissing } from '../../server/slides/queries.ts'
import { declineInvitation } from '../../server/speakers/answer.ts'
import { forgetMe } from '../../server/speakers/forget-me.ts'
import { removeFromSlot } from '../../server/speakers/remove-from-slot.ts'
import { freshFolder } from '../database.ts'
import { dump } from '../dump.ts'
import { pdf } from './papers.ts'
import { atTheTable, edit, kept } from './table.ts'

test('slides are nobody’s but the organisers’ until they are published, and again afterwards', async () => {
  const { db, bats, handIn, desk, see, organiser, outsider } = await atTheTable()
  await handIn(bats, pdf(), 'Stāsts.pdf')
  const [row] = await db.select().from(slides)
  const url = `/slides/${row?.id}`
  const seen = async (who: Record<string, string> = {}) => (await see(url, who)).statusCode
  expect([await seen(), await seen(outsider), await seen(organiser)]).toEqual([404, 404, 200])
  expect((await desk(`${bats.slot.slug}/publish`)).statusCode).toBe(303)
  const answer = await see(url)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="slides.pdf"; filename*=UTF-8''St%C4%81sts.pdf`,
    'content-security-policy': sandboxed,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  })
  expect(answer.rawPayload.equals(pdf())).toBe(true)
  const etag = { 'if-none-match': String(answer.headers.etag) }
  expect(await seen(etag)).toBe(304)
  await desk(`${bats.slot.slug}/unpublish`)
  expect([await seen(), await seen(etag), await seen(outsider), await seen(organiser)]).toEqual([404, 404, 404, 200])
  const deeds = await db.select().from(history).orderBy(history.at)
  const switched = deeds.map(({ deed }) => deed).filter((deed) => /^slides\..*published/.test(deed))
  expect(switched.sort()).toEqual(['slides.published', 'slides.unpublished'])
})

test('what comes in after the switch waits for another look; twice the switch is once', async () => {
  const { db, app, project, kickoff, bats, handIn, desk } = await atTheTable()
  await handIn(bats, pdf('old'), 'old.pdf')
  await desk(`${bats.slot.slug}/publish`)
  const before = await dump(db)
  await desk(`${bats.slot.slug}/publish`)
  expect(await dump(db)).toEqual(before)
  app.clock.now = app.clock.now.add({ minutes: 1 })
  await handIn(bats, pdf('new'), 'new.pdf')
  const names = async () => [...(await publishedSlides(db, project, kickoff)).values()].flat().map(({ name }) => name)
  expect(await names()).toEqual(['old.pdf'])
  await desk(`${bats.slot.slug}/publish`)
  expect(await names()).toEqual(['old.pdf', 'new.pdf'])
})

test('nothing is public of a slot that is not released, of a draft, or of a project that is not published', async () => {
  const { db, project, kickoff, bats, handIn, desk, see } = await atTheTable()
  await handIn(bats, pdf())
  await desk('publish')
  const [row] = await db.select().from(slides)
  const seen = async () => (await see(`/slides/${row?.id}`)).statusCode
  expect(await seen()).toBe(200)
  const everywhere = { touches: 'everything' }
  await db.transact((tx) => tx.update(meetings).set({ status: 'draft' }).where(eq(meetings.id, kickoff.id)), everywhere)
  expect(await seen()).toBe(404)
  await db.transact((tx) => tx.update(meetings).set({ status: 'cancelled' }), everywhere)
  expect(await seen()).toBe(200)
  await db.transact(
    (tx) => tx.update(projects).set({ publishedAt: null }).where(eq(projects.id, project.id)),
    everywhere,
  )
  expect(await seen()).toBe(404)
})

test('a young speaker’s slides wait for the guardian, and go with their no', async () => {
  const { db, project, kickoff, bats, blog, handIn, desk, see } = await atTheTable()
  await handIn(bats, pdf())
  await handIn(blog, pdf())
  await db.transact((tx) => tx.update(speakers).set({ minor: true }).where(eq(speakers.id, bats.speaker.id)), {
    touches: 'everything',
  })
  expect((await desk(`${bats.slot.slug}/publish`)).statusCode).toBe(409)
  await desk('publish')
  expect([...(await publishedSlides(db, project, kickoff)).keys()]).toEqual([blog.slot.id])
  await edit(db, bats.slot.id, { slidesPublishedAt: kickoff.createdAt })
  const [row] = await db.select().from(slides).where(eq(slides.slotId, bats.slot.id))
  expect((await see(`/slides/${row?.id}`)).statusCode).toBe(404)
})

test('slides that a guardian’s no has hidden do not come back when the young speaker leaves', async () => {
  for (const leave of [removeFromSlot, declines, isForgotten])
    for (const by of ['speaker', 'organiser']) {
      const here = await atTheTable()
      const { db, project, kickoff, owner, now, bats, blog, handIn, handInFor, desk, see } = here
      await (by === 'speaker' ? handIn(bats, pdf()) : handInFor(bats.slot.slug, pdf()))
      await handIn(blog, pdf())
      await desk('publish')
      const [row] = await db.select().from(slides).where(eq(slides.slotId, bats.slot.id))
      await db.transact((tx) => tx.update(speakers).set({ minor: true }).where(eq(speakers.id, bats.speaker.id)), {
        touches: 'everything',
      })
      await leave(db, { project, meeting: kickoff }, { slotId: bats.slot.id, speakerId: bats.speaker.id }, owner, now)
      const seen = [(await see(`/slides/${row?.id}`)).statusCode]
      await releaseAgenda(db, project, kickoff, owner, now)
      seen.push((await see(`/slides/${row?.id}`)).statusCode)
      expect([leave.name, by, seen]).toEqual([leave.name, by, [404, 404]])
      expect([...(await publishedSlides(db, project, kickoff)).keys()]).toEqual([blog.slot.id])
    }
})

type Leaving = Parameters<typeof removeFromSlot>

async function declines(db: Leaving[0], where: Leaving[1], part: Leaving[2], _: Leaving[3], now: Leaving[4]) {
  await declineInvitation(db, where, part, now)
}

async function isForgotten(...[db, { project }, { speakerId }, , now]: Leaving) {
  await forgetMe(db, filesInFolder(freshFolder()), project, { id: speakerId }, now)
}

test('organisers hand in on behalf, remove, ask and stop asking; outsiders do nothing of it', async () => {
  const { db, app, kickoff, bats, blog, handInFor, desk, see, organiser, outsider } = await atTheTable()
  const before = await dump(db)
  const deeds = [
    'want',
    'publish',
    ...['want', 'unwant', 'publish', 'unpublish', 'remove'].map((deed) => `${bats.slot.slug}/${deed}`),
  ]
  for (const deed of deeds) expect([deed, (await desk(deed, { id: 'x' }, outsider)).statusCode]).toEqual([deed, 404])
  expect((await handInFor(bats.slot.slug, pdf(), 'x.pdf', outsider)).statusCode).toBe(404)
  expect(await dump(db)).toEqual(before)
  expect((await handInFor(bats.slot.slug, pdf(), 'ours.pdf')).statusCode).toBe(303)
  expect((await handInFor(bats.slot.slug, Buffer.from('no'))).statusCode).toBe(422)
  expect(await slidesMissing(db, kickoff)).toBe(1)
  const page = await see('/organise/gen-y-city/kickoff/slides', organiser)
  expect(page.body).toMatch(
    /Still missing <span class="badge count">1[\s\S]*A blog for everyone[\s\S]*Handed in <span class="badge count">1[\s\S]*ours\.pdf/,
  )
  const [row] = await db.select().from(slides)
  await desk(`${blog.slot.slug}/remove`, { id: row?.id ?? '' })
  expect(await kept(db)).toEqual(['City of bats: ours.pdf'])
  await desk(`${bats.slot.slug}/remove`, { id: row?.id ?? '' })
  expect([await kept(db), await readdir(join(app.config.dataDir, 'slides'))]).toEqual([[], []])
  await desk(`${bats.slot.slug}/unwant`)
  expect(await slidesMissing(db, kickoff)).toBe(1)
  await desk('want')
  expect(await slidesMissing(db, kickoff)).toBe(2)
})

test('with htmx a switch is answered by the list alone', async () => {
  const { bats, handIn, desk, organiser } = await atTheTable()
  await handIn(bats, pdf())
  const asked = { ...organiser, 'hx-request': 'true', 'hx-target': 'div#slides-desk' }
  const answer = await desk(`${bats.slot.slug}/publish`, {}, asked)
  expect([answer.statusCode, answer.body.startsWith('<div id="slides-desk"')]).toEqual([200, true])
})
