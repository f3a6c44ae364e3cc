import { expect, test } from 'vitest'
import { eq, inArray } from '../../db/drizzle.ts'
import { letters, mailings, memberships, organisers } from '../../db/schema.ts'
import { queueLetters } from '../../server/mail/queue.ts'
import { newTraffic } from '../../server/mail/traffic.ts'
import { watchLetters } from '../../server/mail/watch.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { crew } from '../crew.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { post, postOffice } from './post-office.ts'

const minutes = (count: number) => now.add({ minutes: count })
const silent = { warn() {} }

test('ten minutes after a letter should have gone every page of those who may read it says so, and no other', async () => {
  const here = await world()
  const { db, project, kickoff, owner, outsider, pupils } = here
  const { door, planner, plannerElsewhere } = await crew(here)
  const app = await testApp(db, { SMTP_URL: 'smtp://localhost:2525' })
  const gone = await postOffice()
  await gone.close()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, gone.url, now)
  const warned = async (who: { id: string }, path: string, inApp = app) => {
    const headers = { ...(await signedInAs(db, who)), 'accept-language': 'en' }
    const { body, statusCode } = await inApp.inject({ url: `/organise${path}`, headers })
    return [statusCode, /late-letters[\s\S]*?<\/aside>/.exec(body)?.[0] ?? null] as const
  }
  app.clock.now = minutes(9)
  expect(await warned(owner, '/gen-y-city')).toEqual([200, null])
  app.clock.now = minutes(10)
  for (const path of [
    '/gen-y-city',
    '/gen-y-city/kickoff',
    '/gen-y-city/kickoff/registrations',
    '/gen-y-city/letters',
  ]) {
    const [status, notice] = await warned(owner, path)
    expect([path, status]).toEqual([path, 200])
    expect(notice).toContain('1 letter has not gone; the first was due on Monday, 23 November 2026, 12:00.')
    expect(notice).toContain('ECONNREFUSED')
    expect(notice).toContain('href="/organise/gen-y-city/letters"')
  }
  expect((await warned(planner, '/gen-y-city/kickoff'))[1]).toContain('1 letter has not gone')
  expect(await warned(plannerElsewhere, '/gen-y-city/elsewhere')).toEqual([200, null])
  expect(await warned(door, '/gen-y-city/kickoff/door')).toEqual([200, null])
  expect((await warned(outsider, '/gen-y-city'))[1]).toBe(null)
  expect(await warned(owner, '')).toEqual([200, null])
  const withoutServer = await testApp(db)
  withoutServer.clock.now = minutes(10)
  expect(await warned(owner, '/gen-y-city', withoutServer)).toEqual([200, null])
  const metrics = await app.inject({ url: '/metrics', headers: { host: 'localhost:3000' } })
  expect(metrics.body).toContain('\nkopa_late_letters 1\n')

  const office = await postOffice()
  await post(db, office.url, minutes(11))
  expect(await warned(owner, '/gen-y-city')).toEqual([200, null])
})

test('letters that organisers, a paused mailing or the quota hold back are not late', async () => {
  const { db, project, kickoff, owner } = await world()
  const app = await testApp(db, { SMTP_URL: 'smtp://localhost:2525' })
  await db.transact(
    async (tx) => {
      const row = { meetingId: kickoff.id, audience: { statuses: [] }, createdAt: now, pausedAt: now }
      const [mailing] = await tx
        .insert(mailings)
        .values(row as never)
        .returning()
      const about = { projectId: project.id, meetingId: kickoff.id, locale: 'lv' as const, recipient: noor.email }
      await queueLetters(tx, [{ ...about, kind: 'held' }], now)
      await tx.update(letters).set({ heldAt: now })
      await queueLetters(tx, [{ ...about, kind: 'message', mailingId: mailing?.id }], now)
      await queueLetters(tx, [{ ...about, kind: 'confirmation', dueAt: now.add({ hours: 24 }) }], now)
    },
    { touches: 'nothing' },
  )
  const page = async () => {
    const headers = await signedInAs(db, owner)
    return (await app.inject({ url: '/organise/gen-y-city', headers })).body
  }
  app.clock.now = now.add({ hours: 12 })
  expect(await page()).not.toContain('late-letters')
  await db.transact((tx) => tx.update(mailings).set({ pausedAt: null }), { touches: 'nothing' })
  expect(await page()).toContain('late-letters')
})

test('after an outage each owner gets one letter, once letters go again; each outage is in the log', async () => {
  const { db, project, kickoff, owner, pupils } = await world()
  await db.transact(
    async (tx) => {
      const [second] = await tx
        .insert(organisers)
        .values({ name: 'Second', email: 'second@example.org', locale: 'en', createdAt: now })
        .returning()
      await tx.insert(memberships).values({
        ...{ projectId: project.id, organiserId: second?.id ?? '', role: 'owner', since: now },
      })
    },
    { touches: 'nothing' },
  )
  const gone = await postOffice()
  await gone.close()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const traffic = newTraffic()
  const warnings: object[] = []
  const log = { warn: (details: object) => void warnings.push(details) }
  for (let minute = 0; minute <= 90; minute += 5) {
    await post(db, gone.url, minutes(minute), { traffic })
    await watchLetters(db, log, minutes(minute))
  }
  expect(warnings).toHaveLength(17)
  expect(warnings[0]).toEqual({ project: project.id, letters: 1, since: now.toString() })
  expect(await db.select().from(letters).where(eq(letters.kind, 'letters-late'))).toHaveLength(2)

  const office = await postOffice()
  for (const minute of [95, 96, 97]) {
    await post(db, office.url, minutes(minute), { traffic })
    await watchLetters(db, silent, minutes(minute))
  }
  expect(office.received.map(({ to }) => to[0]).sort()).toEqual([noor.email, owner.email, 'second@example.org'].sort())
  const { mail } = office.received.find(({ to }) => to[0] === 'second@example.org') ?? expect.unreachable()
  expect(mail.subject).toBe('Letters are late: Gen-Y City')
  expect(mail.text).toContain('1 letter of “Gen-Y City” could not go in time')
})

test('a domain that refuses for an hour is told at once: the letter to the owner goes another way', async () => {
  const { db, project, kickoff, owner, pupils } = await world()
  const office = await postOffice((_, to) => (to === noor.email ? { code: 450, at: 'RCPT' } : 'take'))
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const traffic = newTraffic()
  for (let minute = 0; minute <= 65; minute += 5) {
    await post(db, office.url, minutes(minute), { traffic })
    await watchLetters(db, silent, minutes(minute))
  }
  expect(office.received.map(({ to }) => to[0])).toEqual([owner.email])
  const told = await db
    .select()
    .from(letters)
    .where(inArray(letters.kind, ['letters-late']))
  expect(told).toMatchObject([{ organiserId: owner.id, projectId: project.id }])
})
