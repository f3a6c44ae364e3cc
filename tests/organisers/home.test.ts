import { expect, test } from 'vitest'
import { organisers } from '../../db/schema.ts'
import { noteBackup } from '../../server/backups/last.ts'
import { addMeeting, form, now, signedInAs, testApp, world } from '../world.ts'

test('a postponed meeting stays the next one after its old date, for it waits for a new one', async () => {
  const past = { startsAt: instant('2026-11-01T15:00:00Z'), endsAt: instant('2026-11-01T17:00:00Z') }
  const { db, owner } = await world({ status: 'postponed', ...past })
  const app = await testApp(db)
  const { body } = await app.inject({ url: '/organise', headers: await signedInAs(db, owner) })
  expect(body).toContain('/organise/gen-y-city/kickoff')
})

test('organisers see that a backup is overdue, until one has been taken', async () => {
  const { db, owner } = await world()
  const app = await testApp(db, { BACKUP_TO: '/backups', DATABASE_URL: 'sqlite:kopa.db' })
  const home = async () => (await app.inject({ url: '/organise?lang=en', headers: await signedInAs(db, owner) })).body
  await noteBackup(app.config.dataDir, now)
  expect(await home()).not.toContain('backup')
  await noteBackup(app.config.dataDir, now.subtract({ hours: 26 }))
  expect(await home()).toContain('A backup of this site is overdue.')
})

test('home shows one’s own projects, each with its next meeting, and nobody else’s', async () => {
  const { db, project, foreign, owner, outsider } = await world()
  const soon = { startsAt: instant('2026-12-01T15:00:00Z'), endsAt: instant('2026-12-01T17:00:00Z') }
  const past = { startsAt: instant('2026-11-01T15:00:00Z'), endsAt: instant('2026-11-01T17:00:00Z') }
  await addMeeting(db, project, { slug: 'sooner', number: 2, title: { en: 'Sooner' }, ...soon })
  await addMeeting(db, project, { slug: 'past', number: 3, title: { en: 'Past' }, ...past })
  await addMeeting(db, project, { slug: 'off', number: 4, title: { en: 'Called off' }, ...soon, status: 'cancelled' })
  const app = await testApp(db)

  const own = await app.inject({ url: '/organise?lang=en', headers: await signedInAs(db, owner) })
  expect(own.body).toContain('Gen-Y City')
  expect(own.body).toContain('Sooner')
  for (const absent of ['Past', 'Called off', 'Kick-off', 'Other City']) expect(own.body).not.toContain(absent)

  const other = await app.inject({ url: '/organise?lang=en', headers: await signedInAs(db, outsider) })
  expect(other.body).toContain(`/organise/${foreign.slug}`)
  expect(other.body).not.toContain('Gen-Y City')
})

test('somebody without a project is told what one is, and offered the first step', async () => {
  const { db } = await world()
  const [newcomer] = await db.transact(
    (tx) =>
      tx
        .insert(organisers)
        .values({ name: 'New', email: 'new@example.org', locale: 'lv', createdAt: instant('2026-11-23T10:00:00Z') })
        .returning(),
    { touches: 'nothing' },
  )
  const app = await testApp(db)
  const headers = await signedInAs(db, newcomer ?? { id: '' })
  const { body } = await app.inject({ url: '/organise', headers })
  expect(body).toContain('class="empty"')
  expect(body).toContain('href="/organise/new"')
})

test('an organiser changes name and language of letters; nonsense changes nothing', async () => {
  const { db, owner, organiser } = await world()
  const app = await testApp(db)
  const send = async (fields: Record<string, string>) => {
    const { headers, payload } = form(fields)
    const cookie = await signedInAs(db, owner)
    return (await app.inject({ method: 'POST', url: '/organise/me', payload, headers: { ...headers, ...cookie } }))
      .statusCode
  }
  for (const wrong of [{ name: '' }, { locale: 'xx' }, { name: 'a\u0000' }])
    expect(await send({ name: 'Ilze', locale: 'en', ...wrong })).toBe(422)
  expect(await db.select().from(organisers)).toContainEqual(owner)

  expect(await send({ name: 'Ilze Liepa', locale: 'en', email: 'other@example.org' })).toBe(303)
  const rows = await db.select().from(organisers)
  expect(rows).toContainEqual({ ...owner, name: 'Ilze Liepa', locale: 'en' })
  expect(rows).toContainEqual(organiser)
})

function instant(iso: string) {
  return Temporal.Instant.from(iso)
}
