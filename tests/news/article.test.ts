import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { articles, checkIns, groups, meetings, photos, registrations } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { story } from '../agenda/plan.ts'
import { addPhoto, mark, openAlbum } from '../photos/cast.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const after = Temporal.Instant.from('2026-12-14T10:00:00Z')

/** So many came as there are groups named here, and nobody else. */
async function come(db: Database, { id: meetingId }: { id: string }, groupIds: string[]): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx.delete(registrations)
      for (const [i, groupId] of groupIds.entries()) {
        const row = { meetingId, arrival: i + 1, name: `Sofija ${i}`, groupId, locale: 'lv' as const }
        const values = { ...row, status: 'confirmed' as const, statusAt: now, createdAt: now }
        const [one] = await tx.insert(registrations).values(values).returning()
        await tx.insert(checkIns).values({ registrationId: one?.id ?? '', at: now })
      }
    },
    { touches: 'everything' },
  )
}

async function afterwards() {
  const here = await world()
  const { db, project, kickoff, pupils, teachers, owner } = here
  await come(db, kickoff, [...Array(7).fill(pupils.id), ...Array(6).fill(teachers.id)])
  await addSlot(db, project, kickoff, story('Pilsēta *un* sikspārņi'), owner, now)
  const app = await testApp(db)
  app.clock.now = after
  const cookie = await signedInAs(db, owner, after)
  const send = async (path: string, fields: Record<string, string>) => {
    const { headers, payload } = form(fields)
    const url = `/organise/gen-y-city/kickoff/news${path}`
    return await app.inject({ method: 'POST', url, payload, headers: { ...headers, ...cookie } })
  }
  const see = async (url: string, who: Record<string, string> = {}) => await app.inject({ url, headers: who })
  const article = async () => (await db.select().from(articles))[0]
  return { ...here, app, cookie, send, see, article }
}

test('an article is drafted in the project’s languages from who came, and names nobody', async () => {
  const { send, article } = await afterwards()
  expect((await send('/draft', { version: '0' })).statusCode).toBe(303)
  const drafted = await article()
  expect(drafted?.lead.lv).toBe(
    '2026. gada 12. decembrī uz tikšanos atnāca 13 cilvēku. Tikšanās vieta: Jaunatnes māja.',
  )
  expect(drafted?.lead.en).toBe('13 people came to the meeting on 12 December 2026. The place: Youth House.')
  expect(drafted?.text.en).toContain('Who was there: Pupil (7) and Teacher (6).')
  expect(JSON.stringify(drafted)).not.toContain('Sofija')
})

test('a group so small that it points at somebody is not in the draft, nor can it be reckoned from the rest', async () => {
  const { db, send, article, teachers } = await afterwards()
  const [teacher, ...others] = await db.select().from(registrations).where(eq(registrations.groupId, teachers.id))
  await db.transact(
    async (tx) => {
      for (const { id } of others) await tx.delete(registrations).where(eq(registrations.id, id))
    },
    { touches: 'everything' },
  )
  expect(teacher).toBeDefined()
  await send('/draft', { version: '0' })
  expect((await article())?.text.en).not.toMatch(/Pupil|Teacher/)
})

test('whatever the sizes of the groups, no count in a draft is small, and none that is left out can be reckoned', async () => {
  const { db, project, kickoff, send, article } = await afterwards()
  const names = Array.from({ length: 5 }, (_, i) => ({ name: { en: `Group ${i}` }, position: 10 + i }))
  const named = await db.transact(
    (tx) =>
      tx
        .insert(groups)
        .values(names.map((one) => ({ ...one, projectId: project.id })))
        .returning(),
    { touches: 'everything' },
  )
  for (const sizes of [
    [7, 6, 1],
    [7, 6, 2, 2],
    [9, 4, 4],
    [1, 1, 1, 1, 1],
    [30, 1],
    [4],
    [20, 20, 3],
    [5, 5, 4, 4, 4],
  ]) {
    await come(
      db,
      kickoff,
      sizes.flatMap((size, i) => Array(size).fill(named[i]?.id)),
    )
    await send('/draft', { version: String((await article())?.version ?? 0) })
    const { text = {}, lead = {} } = (await article()) ?? {}
    const told = [...(text.en ?? '').matchAll(/Group \d \((\d+)\)/g)].map(([, people]) => Number(people))
    const all = Number(/^(\d+) people/.exec(lead.en ?? '')?.[1] ?? Number.NaN)
    expect([sizes, told.filter((people) => people < 5)]).toEqual([sizes, []])
    const rest = sizes.length - told.length
    const left = all - told.reduce((sum, one) => sum + one, 0)
    const isSafe = Number.isNaN(all) ? told.length === 0 : rest === 0 || (rest > 1 && left >= 5)
    expect([sizes, all, told, isSafe]).toEqual([sizes, all, told, true])
  }
})

test('whoever saves over another’s text is shown both, and nothing is lost', async () => {
  const { send, article } = await afterwards()
  await send('/draft', { version: '0' })
  expect((await send('', { version: '1', 'title.lv': 'Annas teksts' })).statusCode).toBe(303)
  const late = await send('', { version: '1', 'title.lv': 'Bruno teksts' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Annas teksts')
  expect(late.body).toContain('value="Bruno teksts"')
  expect((await article())?.title).toEqual({ lv: 'Annas teksts' })
  const version = /name="version" value="(\d+)"/.exec(late.body)?.[1] ?? ''
  expect((await send('', { version, 'title.lv': 'Abi teksti' })).statusCode).toBe(303)
  expect(await article()).toMatchObject({ title: { lv: 'Abi teksti' }, version: 3 })
})

test('drafting again shows what it would say, and replaces nothing that has changed since', async () => {
  const { see, send, article, cookie } = await afterwards()
  await send('/draft', { version: '0' })
  await send('', { version: '1', 'title.lv': 'Pašas vārdi' })
  expect((await send('/draft', { version: '0' })).statusCode).toBe(409)
  expect((await send('/draft', { version: '1' })).statusCode).toBe(409)
  const page = await see('/organise/gen-y-city/kickoff/news/draft', cookie)
  expect(page.body).toContain('Pašas vārdi')
  expect(page.body).toContain('13 people')
  expect((await article())?.title).toEqual({ lv: 'Pašas vārdi' })
  expect((await send('/draft', { version: '2' })).statusCode).toBe(303)
  expect((await article())?.title.lv).toBe('Atklāšana: kā gāja')
})

test('a title in no language is asked for beside its field', async () => {
  const { send } = await afterwards()
  await send('/draft', { version: '0' })
  const answer = await send('', { version: '1', 'lead.lv': 'Mans ievads' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('id="field-title-lv-problem"')
  expect(answer.body).toContain('Mans ievads')
})

test('everybody reads it once it is published, with photos for as long as they may be shown', async () => {
  const { db, kickoff, see, send } = await afterwards()
  await openAlbum(db, kickoff, kickoff.endsAt)
  const photo = await addPhoto(db, kickoff, { people: 'nobody', alt: { lv: 'Tukša zāle' } })
  const [sofija] = await db.select().from(registrations)
  const refused = await addPhoto(db, kickoff, { people: 'marked', alt: { lv: 'Sofija smejas' } })
  await mark(db, refused, { registrationId: sofija?.id ?? '' })
  await send('/draft', { version: '0' })
  expect((await see('/gen-y-city/kickoff/news')).statusCode).toBe(404)
  await send('/publish', {})
  const page = await see('/gen-y-city/kickoff/news?lang=lv')
  expect(page.body).toContain('alt="Tukša zāle"')
  expect(page.body).not.toContain('Sofija')
  expect(page.body).toContain('"@type":"NewsArticle"')
  for (const url of ['/gen-y-city', '/gen-y-city/kickoff']) {
    expect((await see(url)).body).toContain('href="/gen-y-city/kickoff/news"')
  }
  const takenDownAt = after
  await db.transact((tx) => tx.update(photos).set({ takenDownAt }).where(eq(photos.id, photo.id)), {
    touches: 'everything',
  })
  expect((await see('/gen-y-city/kickoff/news?lang=lv')).body).not.toContain('Tukša zāle')
  await send('/unpublish', {})
  expect((await see('/gen-y-city/kickoff/news')).statusCode).toBe(404)
  expect((await see('/gen-y-city')).body).not.toContain('/kickoff/news')
})

test('of a meeting that the public does not know yet no article is announced, though it be published', async () => {
  const { db, send, see } = await afterwards()
  await send('', { version: '0', 'title.lv': 'Sikspārņi atnāca', 'title.en': 'The bats came' })
  await send('/publish', {})
  expect((await see('/gen-y-city?lang=en')).body).toContain('The bats came')
  await db.transact((tx) => tx.update(meetings).set({ status: 'draft' }), { touches: 'everything' })
  for (const url of ['/gen-y-city?lang=en', '/gen-y-city/materials?lang=en', '/gen-y-city/kickoff/news'])
    expect((await see(url)).body).not.toContain('The bats came')
})

test('a photo that came late appears in the article by itself, as soon as everybody may see it', async () => {
  const { app, db, kickoff, send, see } = await afterwards()
  await openAlbum(db, kickoff, after)
  const late = await addPhoto(db, kickoff, { people: 'nobody', addedAt: after.subtract({ hours: 1 }) })
  await send('', { version: '0', 'title.lv': 'Sikspārņi atnāca' })
  await db.transact((tx) => tx.update(articles).set({ photoIds: [late.id], publishedAt: after }), {
    touches: 'everything',
  })
  const isThere = async () => (await see('/gen-y-city/kickoff/news')).body.includes(late.id)
  const before = await isThere()
  app.clock.now = after.add({ hours: 71 })
  expect([before, await isThere()]).toEqual([false, true])
})
