import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { guardianConsents, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { releasedAgenda } from '../../server/agenda/queries.ts'
import { release, releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { declineInvitation } from '../../server/speakers/answer.ts'
import { testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'

async function evening() {
  const scene = await world()
  const { db, project, kickoff, organiser, now } = scene
  const app = await testApp(db)
  const day = await firstDay(db, kickoff)
  const placed = (lv: string, details = {}) => story(lv, { dayId: day.id, ...details })
  const luna = await addSlot(db, project, kickoff, placed('Luna', { speakers: ['Noor', 'Sami'] }), organiser, now)
  const edit = (details: object) => editSlot(db, project, kickoff, luna, placed('Luna', details), organiser, now)
  const publish = () => releaseAgenda(db, project, kickoff, organiser, now)
  const pages = async () =>
    await Promise.all(
      ['changes', 'luna', 'now', 'embed', 'schedule.json', ''].map(
        async (page) => (await app.inject(`/gen-y-city/kickoff/${page}?lang=en`.replace('/?', '?'))).body,
      ),
    )
  await publish()
  return { ...scene, app, luna, edit, publish, pages }
}

test('whoever says no is nowhere, not even in what changed', async () => {
  const { db, project, kickoff, organiser, now, luna, edit, publish, pages } = await evening()
  await edit({ minutes: 20, speakers: ['Noor', 'Sami', 'Līga'] })
  await publish()
  expect((await pages())[0]).toContain('<ins>Noor, Sami, Līga</ins>')
  const [sami] = await db.select().from(speakers).where(eq(speakers.name, 'Sami'))
  const part = { slotId: luna.id, speakerId: `${sami?.id}` }
  await declineInvitation(db, { project, meeting: kickoff }, part, now, organiser)
  for (const body of await pages()) expect(body).not.toContain('Sami')
  await edit({ minutes: 20, speakers: ['Noor', 'Līga'] })
  await publish()
  for (const body of await pages()) expect(body).not.toContain('Sami')
  expect((await pages())[0]).toContain('Small corrections.')
})

test('nor is a minor whose guardian has changed their mind', async () => {
  const { db, project, now, edit, publish, pages } = await evening()
  await edit({ speakers: ['Noor', 'Sami'], minutes: 15 })
  await publish()
  await db.transact(
    async (tx) => {
      const [sami] = await tx.update(speakers).set({ minor: true }).where(eq(speakers.name, 'Sami')).returning()
      const no = { nameAgreed: false, pictureAgreed: false, answeredAt: now, askedAt: now, locale: 'lv' as const }
      await tx.insert(guardianConsents).values({ ...no, speakerId: `${sami?.id}` })
    },
    { touches: project.id },
  )
  for (const body of await pages()) expect(body).not.toContain('Sami')
})

test('a day that ran late says by how much, in words', async () => {
  const { db, project, kickoff, organiser, now, app } = await evening()
  const before = await releasedAgenda(db, kickoff)
  const moved = (at: string) => Temporal.Instant.from(at).add({ minutes: 15 }).toString()
  const slots =
    before?.slots.map((slot) => ({ ...slot, startsAt: moved(slot.startsAt), endsAt: moved(slot.endsAt) })) ?? []
  await db.transact((tx) => release(tx, { project, meeting: kickoff }, slots, organiser, now, { lateMinutes: 15 }), {
    touches: project.id,
  })
  const said = {
    en: 'The day ran 15 minutes late.',
    lv: 'Diena kavējās par 15 minūtēm.',
    ru: 'на 15 минут',
    uk: 'на 15 хвилин',
  }
  for (const [locale, words] of Object.entries(said))
    expect((await app.inject(`/gen-y-city/kickoff/changes?lang=${locale}`)).body).toContain(words)
})

test('there is none of a draft, nor before the first release', async () => {
  const { db, project, kickoff, organiser, now } = await world({ status: 'draft' })
  const app = await testApp(db)
  const day = await firstDay(db, kickoff)
  await addSlot(db, project, kickoff, story('Luna', { dayId: day.id }), organiser, now)
  await releaseAgenda(db, project, kickoff, organiser, now)
  const pages = ['changes', 'luna', 'now', 'screen', 'embed', 'live']
  for (const page of pages) expect((await app.inject(`/gen-y-city/kickoff/${page}`)).statusCode).toBe(404)
  const unreleased = await testApp((await world()).db)
  for (const page of ['changes', 'luna'])
    expect((await unreleased.inject(`/gen-y-city/kickoff/${page}`)).statusCode).toBe(404)
})
