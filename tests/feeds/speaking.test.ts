import { expect, test } from 'vitest'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { declineInvitation } from '../../server/speakers/answer.ts'
import { forgetMe } from '../../server/speakers/forget-me.ts'
import { parsers } from '../calendar/parsers.ts'
import { settled } from '../speakers/answers.ts'
import { linkOf } from '../speakers/cast.ts'
import { releaseAll, stage } from '../speakers/stage.ts'
import { now, testApp } from '../world.ts'
import { newFeed } from './new-feed.ts'

test('a speaker’s calendar has the slots they are sure to speak in, once released, and no others', async () => {
  const { here, entries } = await speaking()
  expect(await entries()).toEqual([])
  await releaseAll(here)
  expect(await entries()).toMatchObject([{ uid: here.bats.id, status: 'CONFIRMED', sequence: 1 }])
})

test('a slot they said no to, or that is off the agenda, stays as cancelled for 60 days', async () => {
  const { here, app, entries } = await speaking()
  const { db, where, part, other, owner, logo } = here
  await settled(db, where, other, owner, now)
  await releaseAll(here)
  expect((await entries()).map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED'])
  await declineInvitation(db, where, part, now)
  await removeSlot(db, where.project, where.meeting, logo, owner, now)
  await releaseAll(here)
  expect((await entries()).map(({ status, transparent }) => [status, transparent])).toEqual([
    ['CANCELLED', true],
    ['CANCELLED', true],
  ])
  app.clock.now = now.add({ hours: 60 * 24 })
  expect(await entries()).toEqual([])
})

test('whoever is forgotten has no calendar any more', async () => {
  const { here, app, feed } = await speaking()
  await forgetMe(here.db, filesInFolder(app.config.dataDir), here.project, here.luna, now)
  expect((await app.inject(feed)).statusCode).toBe(404)
})

/** Luna, sure of one slot and only planned for another, with a calendar of their own. */
async function speaking() {
  const here = await stage()
  const { db, where, part, owner, luna, kickoff } = here
  await settled(db, where, part, owner, now)
  const app = await testApp(db)
  const page = `/speaker/${await linkOf(db, luna, kickoff)}/calendar`
  const feed = await newFeed(app, page, (await app.inject(page)).body)
  const entries = async () => (parsers['ical.js'] ?? expect.unreachable())((await app.inject(feed)).body)
  return { here, app, feed, entries }
}
