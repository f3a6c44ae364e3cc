import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Project } from '../../db/schema.ts'
import { partners, phases, projects } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { readsOf } from '../reads.ts'
import { addMeeting, type TestApp, testApp, world } from '../world.ts'

test('a project tells what it is for, who is behind it and what comes when', async () => {
  const { db, project, kickoff, pupils, now } = await world({ capacity: 3 })
  await tellMore(db, project)
  const noor = { name: 'Noor', email: 'noor@example.org', groupId: pupils.id, locale: 'en' as const }
  await register(db, project, kickoff, noor, now)
  const page = await read(await testApp(db), '/gen-y-city')
  expect(page).toContain('URBACT III')
  expect(page).toContain('<a href="https://example.org/city" rel="noopener noreferrer">City of Example</a>')
  expect(page).toContain('15 September 2015 – 15 March 2016')
  expect(page).toContain('Exchange of experience')
  expect(page).toContain('Saturday, 12 December 2026, 17:00–19:30')
  expect(page).toContain('2 places left of 3')
  expect(page).toContain('webcal://localhost:3000/gen-y-city/calendar.ics')
  expect(page).toContain('made up')
})

test('upcoming meetings come first, the soonest on top, then the past, the latest on top; drafts are not shown', async () => {
  const { db, project } = await world()
  await addMeeting(db, project, { slug: 'early', number: 2, ...on('2026-01-10') })
  await addMeeting(db, project, { slug: 'late', number: 3, ...on('2026-06-10') })
  await addMeeting(db, project, { slug: 'next', number: 4, ...on('2026-12-01') })
  await addMeeting(db, project, { slug: 'secret', number: 5, ...on('2026-12-02'), status: 'draft' })
  const page = await read(await testApp(db), '/gen-y-city')
  const shown = [...page.matchAll(/<h3><a href="\/gen-y-city\/([a-z]+)"/g)].map(([, slug]) => slug)
  expect(shown).toEqual(['next', 'kickoff', 'late', 'early'])
})

test('a meeting that was called off says so, and a full one that there is a waiting list', async () => {
  const { db, project, kickoff, pupils, now } = await world({ capacity: 1 })
  await addMeeting(db, project, { slug: 'off', number: 2, ...on('2026-12-20'), status: 'cancelled', cancelledAt: now })
  const noor = { name: 'Noor', email: 'noor@example.org', groupId: pupils.id, locale: 'en' as const }
  await register(db, project, kickoff, noor, now)
  const page = await read(await testApp(db), '/gen-y-city')
  expect(page).toContain('Full, but there is a waiting list')
  expect(page).toContain('Called off')
  expect(page).not.toContain('Noor')
})

test('a text that is missing in the reader’s language is shown in another, marked for eyes and screen readers', async () => {
  const { db } = await world()
  const page = await read(await testApp(db), '/gen-y-city')
  expect(page).toContain('<div class="in-another-language" lang="lv">')
  expect(page).toContain('<span class="badge language" lang="lv" title="Latviešu">LV</span>')
  expect(page).toContain('Iesaisties pilsētas dzīvē.')
})

test('markup in a title is text', async () => {
  const { db, project } = await world()
  const title = { en: '<script>alert("x")</script>' }
  await db.transact((tx) => tx.update(projects).set({ title }).where(eq(projects.id, project.id)), reach(project))
  const app = await testApp(db)
  for (const page of [await read(app, '/gen-y-city'), await read(app, '/')]) {
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')
    expect(page).not.toContain('<script>alert')
  }
})

test('the public does not see a project that is not published', async () => {
  const { db, project } = await world()
  await db.transact(
    (tx) => tx.update(projects).set({ publishedAt: null }).where(eq(projects.id, project.id)),
    reach(project),
  )
  const app = await testApp(db)
  expect((await app.inject('/gen-y-city')).statusCode).toBe(404)
  expect(await read(app, '/')).not.toContain('Gen-Y City')
})

test('the front page shows what is coming in all projects, and the archive apart', async () => {
  const { db, foreign, now } = await world()
  await addMeeting(db, foreign, { slug: 'sooner', title: { en: 'Sooner' }, ...on('2026-12-01') })
  const page = await read(await testApp(db), '/')
  expect(page.indexOf('Sooner')).toBeLessThan(page.indexOf('Kick-off'))
  await db.transact(
    (tx) => tx.update(projects).set({ archivedAt: now }).where(eq(projects.id, foreign.id)),
    reach(foreign),
  )
  const later = await read(await testApp(db), '/')
  expect(later).not.toContain('Sooner')
  expect(later.indexOf('Archive')).toBeLessThan(later.indexOf('Other City'))
})

test('a page of three meetings reads the database as often as one of one', async () => {
  const { db, project } = await world()
  const readsAt = async (url: string) => {
    const app = await testApp(db)
    return await readsOf(async () => await read(app, url))
  }
  const before = [await readsAt('/gen-y-city'), await readsAt('/')]
  await addMeeting(db, project, { slug: 'second', number: 2 })
  await addMeeting(db, project, { slug: 'third', number: 3 })
  expect(before.every((reads) => reads > 0)).toBe(true)
  expect([await readsAt('/gen-y-city'), await readsAt('/')]).toEqual(before)
})

test('everybody can read how data is kept, in four languages', async () => {
  const { db } = await world()
  const app = await testApp(db)
  for (const [lang, title] of Object.entries({ lv: 'glabājam', en: 'keep', ru: 'храним', uk: 'зберігаємо' }))
    expect((await app.inject(`/privacy?lang=${lang}`)).body).toContain(title)
})

async function tellMore(db: Database, project: Project): Promise<void> {
  const facts = { programme: { en: 'URBACT III' }, example: true, startsOn: '2015-09-15', endsOn: '2016-03-15' }
  const partner = { name: { en: 'City of Example' }, url: 'https://example.org/city', lead: true }
  await db.transact(async (tx) => {
    await tx.update(projects).set(facts).where(eq(projects.id, project.id))
    await tx.insert(partners).values({ ...partner, projectId: project.id, position: 0 })
    await tx.insert(phases).values({ projectId: project.id, position: 0, title: { en: 'Exchange of experience' } })
  }, reach(project))
}

function on(date: string) {
  return {
    startsAt: Temporal.Instant.from(`${date}T15:00:00Z`),
    endsAt: Temporal.Instant.from(`${date}T17:00:00Z`),
  }
}

function reach(project: Project) {
  return { touches: project.id }
}

async function read(app: TestApp, url: string): Promise<string> {
  const answer = await app.inject({ url, headers: { 'accept-language': 'en' } })
  expect(answer.statusCode).toBe(200)
  return answer.body
}
