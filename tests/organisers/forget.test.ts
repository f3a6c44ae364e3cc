import { expect, test } from 'vitest'
import { sessions } from '../../db/schema.ts'
import { forgetSessions } from '../../server/organisers/forget.ts'
import { askToSignIn, signIn, signInLinkFor } from '../../server/organisers/sign-in.ts'
import { now, world } from '../world.ts'
import { lettersOf, linksOf } from './visits.ts'

test('sessions and links that have run out are forgotten, the others stay', async () => {
  const { db, owner } = await world()
  await signIn(db, await signInLinkFor(db, owner.email, now), undefined, now)
  const later = now.add({ hours: 24 * 30 })
  await signIn(db, await signInLinkFor(db, owner.email, later), undefined, later)

  await forgetSessions(db, later)
  expect((await db.select().from(sessions)).map(({ createdAt }) => createdAt)).toEqual([later])
  expect((await linksOf(db)).map(({ createdAt }) => createdAt)).toEqual([later])
})

test('forgetting links does not forget how many were sent within the hour', async () => {
  const { db, owner } = await world()
  for (let times = 0; times < 30; times++) await askToSignIn(db, owner.email, 'browser', now)
  const later = now.add({ minutes: 50 })
  await forgetSessions(db, later)
  await askToSignIn(db, owner.email, 'browser', later)
  expect((await lettersOf(db)).length).toBe(30)
})
