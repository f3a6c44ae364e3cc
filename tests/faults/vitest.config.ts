import { defineConfig } from 'vitest/config'

/** What is about files is SQLite's alone. */
const aboutFiles = ['tests/faults/{damage,disk,migration,two,wire}.test.ts', 'tests/faults/overload.long.test.ts']

export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    exclude: process.env.TEST_DATABASE_URL ? aboutFiles : ['tests/**/*.postgres.test.ts'],
    globalSetup: ['tests/postgres-template.ts'],
    pool: 'forks',
    // One after another: each wants the machine nearly for itself.
    maxWorkers: 1,
    hookTimeout: 60_000,
  },
})
