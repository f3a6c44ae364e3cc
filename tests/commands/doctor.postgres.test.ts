import { expect, test } from 'vitest'
import { freshUrl } from '../database.ts'
import { run } from './run.ts'

test('a PostgreSQL is examined', async () => {
  const { code, output } = await run('doctor', [], { DATABASE_URL: await freshUrl() })
  expect(code).toBe(0)
  expect(output).toMatch(
    /ok {6}database: PostgreSQL \d+.* answers\nok {6}clock of the database: \d seconds.*\nok {6}migrations: up to date/,
  )
})
