import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { authenticators, memberships, passkeys, recoveryCodes, sessions } from '../../db/schema.ts'
import { forgetFactorsOfFormer } from '../../server/second-factors/forget-former.ts'
import { dump } from '../dump.ts'
import { visit } from '../organisers/visits.ts'
import { signedInAs } from '../world.ts'
import { guarded, withLink } from './cast.ts'

const aYear = { hours: 24 * 365 }

test('whoever has left all projects leaves no second factor behind, a year after it was last used', async () => {
  const { db, app, owner } = await guarded()
  await db.transact((tx) => tx.delete(memberships).where(eq(memberships.organiserId, owner.id)), {
    touches: 'everything',
  })
  await db.transact((tx) => tx.delete(sessions), { touches: 'nothing' })
  const guardedStill = await dump(db)
  await forgetFactorsOfFormer(db, app.clock.now.add(aYear).subtract({ minutes: 2 }))
  expect(await dump(db)).toEqual(guardedStill)
  await forgetFactorsOfFormer(db, app.clock.now.add(aYear))
  for (const table of [authenticators, passkeys, recoveryCodes]) expect(await db.select().from(table)).toEqual([])
  expect((await withLink(app, db, owner)).location).toBe('/organise')
})

test('whoever still takes part in something, or is signed in somewhere, keeps theirs', async () => {
  const { db, app, owner } = await guarded()
  await db.transact((tx) => tx.delete(sessions), { touches: 'nothing' })
  const guardedStill = await dump(db)
  await forgetFactorsOfFormer(db, app.clock.now.add(aYear))
  expect(await dump(db)).toEqual(guardedStill)

  await signedInAs(db, owner)
  await db.transact((tx) => tx.delete(memberships).where(eq(memberships.organiserId, owner.id)), {
    touches: 'everything',
  })
  const signedInStill = await dump(db)
  await forgetFactorsOfFormer(db, app.clock.now.add(aYear))
  expect(await dump(db)).toEqual(signedInStill)
})

test('whoever ends their other sessions also ends what a stranger with their link has begun', async () => {
  const { db, app, owner, browser } = await guarded()
  const begun = await withLink(app, db, owner)
  expect((await visit(app, begun.browser, { url: '/sign-in/second' })).statusCode).toBe(200)
  await visit(app, browser, { method: 'POST', url: '/organise/me/sessions/end-others' })
  expect((await visit(app, begun.browser, { url: '/sign-in/second' })).headers.location).toBe('/sign-in')
  expect((await visit(app, browser, { url: '/organise' })).statusCode).toBe(200)
})
