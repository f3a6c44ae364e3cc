import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // What is about PostgreSQL alone needs one: tests/with-postgres.sh.
    exclude: process.env.TEST_DATABASE_URL ? [] : ['tests/**/*.postgres.test.ts'],
    globalSetup: ['tests/postgres-template.ts'],
    // Threads would share one process, and with it the file locks that these tests are about.
    pool: 'forks',
    maxWorkers: 2,
    // A crowd at one meeting is many round trips one after another on PostgreSQL, and CI machines are small.
    testTimeout: process.env.TEST_DATABASE_URL ? 60_000 : 20_000,
    hookTimeout: 60_000,
  },
})
