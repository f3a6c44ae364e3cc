import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { roomOf } from '../../server/registrations/places/seats.ts'
import { standing } from '../../server/registrations/places/standing.ts'
import { onPostgres } from '../database.ts'
import { statementsOf } from '../statements.ts'
import { world } from '../world.ts'

test.skipIf(onPostgres)('places are counted from an index alone, in its order', async () => {
  const { db, kickoff } = await world()
  const counting = await statementsOf(async () => {
    await roomOf(db, kickoff)
    await standing(db, kickoff)
  })
  const file = new Sqlite(db.url.replace('sqlite:', ''), { readonly: true })
  const plans = counting
    .filter((text) => text.includes('from "registrations"'))
    .map((text) => {
      const nothing = Array.from({ length: text.split('?').length - 1 }, () => '')
      return file.prepare<string[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...nothing)
    })
  file.close()
  expect(plans.map((steps) => steps.map(({ detail }) => detail.replace(/ \(.*/, '')))).toEqual([
    ['SEARCH registrations USING COVERING INDEX registrations_seats'],
    ['SEARCH registrations USING COVERING INDEX registrations_seats'],
  ])
})
