import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { registrations, slides } from '../../db/schema.ts'
import { notedErasures } from '../../server/my-data/erasure-log.ts'
import { shareErasures } from '../../server/my-data/shared-erasures.ts'
import { s3Server } from '../backups/s3-server.ts'
import { pdf, photo } from '../slides/papers.ts'
import { testApp } from '../world.ts'
import { desk, handsOn, senders } from './cast.ts'

async function twoServers() {
  const env = { FILES_URL: await s3Server() }
  const one = await senders(env)
  const app = await testApp(one.db, env)
  return { one, other: { app, ...handsOn(app, one.organiser) } }
}

test('what one server takes the other sends, and what that removes is gone for both', async () => {
  const { one, other } = await twoServers()
  await one.send(`/speaker/${one.bats.token}/slots/${one.bats.slot.id}/slides`, 'file', pdf())
  await one.send(`${desk}/photos/add`, 'photos', await photo('jpeg', 600))
  const [row] = await one.db.select().from(slides)
  const [name = ''] = await one.names('photos')
  expect((await other.get(`/slides/${row?.id}`)).rawPayload).toEqual(pdf())
  const address = `/photos/${name.replace('.webp', '')}`
  const [here, there] = [await one.get(address), await other.get(address)]
  expect([here.statusCode, there.rawPayload]).toEqual([200, here.rawPayload])
  await other.post(`/speaker/${one.bats.token}/slides/${row?.id}/remove`)
  expect([(await one.get(`/slides/${row?.id}`)).statusCode, await one.names('slides')]).toEqual([404, []])
})

test('whom one server erased the other erases again, should an older database be brought back', async () => {
  const { one, other } = await twoServers()
  const { db, registration } = one
  const its = eq(registrations.id, registration.id)
  const [before] = await db.select().from(registrations).where(its)
  await one.post(`/mine/${one.token}/data/erase`)
  const at = one.now.add({ minutes: 10 })
  await shareErasures(db, one.files, at)
  await shareErasures(db, other.files, at)
  expect(await one.names('erased')).toEqual([registration.id])
  await db.transact((tx) => tx.update(registrations).set({ name: before?.name }).where(its), { touches: 'everything' })
  await shareErasures(db, other.files, at)
  const [after] = await db.select().from(registrations).where(its)
  expect([before?.name, after?.name]).toEqual([expect.any(String), null])
  expect((await notedErasures(other.app.config.dataDir)).map(({ id }) => id)).toEqual([registration.id])
})
