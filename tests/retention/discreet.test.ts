import { expect, test } from 'vitest'
import { registrations } from '../../db/schema.ts'
import { discreet } from '../../server/discreet.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { onPostgres } from '../database.ts'
import { registrationBy } from '../registrations/places.ts'
import { now, world } from '../world.ts'

test('of a query that failed the log keeps what and where, and none of its values', async () => {
  const { db, project, kickoff } = await world()
  await register(db, project, kickoff, { ...noor, groupId: null }, now)
  const taken = await registrationBy(db, noor)
  const twice = db.transact((tx) => tx.insert(registrations).values({ ...taken, id: 'other', arrival: 2 }), {
    touches: 'nothing',
  })
  const error = await twice.then(
    () => null,
    (failed: unknown) => failed,
  )
  // On PostgreSQL, Drizzle adds them.
  if (onPostgres) expect(String(error)).toContain(noor.email)
  const kept = discreet(error)
  expect(JSON.stringify(kept)).not.toMatch(/noor/i)
  expect(kept.message).toMatch(/^(Failed query: insert into "registrations"|UNIQUE constraint failed: registrations)/)
  expect(kept.stack).toMatch(/^\s+at /)
  expect(kept.code ?? kept.cause?.code).toMatch(/^(SQLITE_CONSTRAINT|23505)/)
})

test('addresses in what a mail server said, and text that was to be JSON, are not kept either', () => {
  const refused = Object.assign(new Error('550 <noor@example.org> unknown'), { code: 'EENVELOPE', rejected: ['noor'] })
  expect(discreet(refused)).toMatchObject({ type: 'Error', code: 'EENVELOPE', message: '550 <…@…> unknown' })
  const unread = new SyntaxError(`Unexpected token 'N', "Noor" is not valid JSON`)
  for (const error of [refused, unread]) expect(JSON.stringify(discreet(error))).not.toMatch(/noor/i)
})
