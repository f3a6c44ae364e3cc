import { expect, test } from 'vitest'
import { roomOf } from '../../server/registrations/places/seats.ts'
import { standing } from '../../server/registrations/places/standing.ts'
import { onPostgres } from '../database.ts'
import { plansOf, statementsOf } from '../statements.ts'
import { world } from '../world.ts'

test.skipIf(onPostgres)('places are counted from an index alone, in its order', async () => {
  const { db, kickoff } = await world()
  const counting = await statementsOf(async () => {
    await roomOf(db, kickoff)
    await standing(db, kickoff)
  })
  const plans = plansOf(
    db,
    counting.filter((text) => text.includes('from "registrations"')),
  )
  expect(plans).toEqual([
    ['SEARCH registrations USING COVERING INDEX registrations_seats'],
    ['SEARCH registrations USING COVERING INDEX registrations_seats'],
  ])
})
