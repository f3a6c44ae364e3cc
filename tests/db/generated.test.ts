import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { expect, test } from 'vitest'
import snapshot from '../../db/migrations/snapshot.json' with { type: 'json' }
import { readMigrations } from '../../db/migrations.ts'
import * as schema from '../../db/schema.ts'

test('the migrations say what the schema says (else: npm run migrations -- NAME)', async () => {
  const changes = await generateSQLiteMigration(snapshot, await generateSQLiteDrizzleJson(schema))
  expect(changes).toEqual([])
})

test('both engines have the same migrations', () => {
  const names = readMigrations('sqlite').map(({ name }) => name)
  expect(readMigrations('postgres').map(({ name }) => name)).toEqual(names)
})
