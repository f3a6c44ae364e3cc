import { defineConfig } from 'vitest/config'
import type { Reporter } from 'vitest/node'

/** What is about files is SQLite's alone. */
const aboutFiles = ['tests/faults/{damage,disk,migration,two,wire}.test.ts']

/** What failed is told at once: a long run may be half an hour from its end. */
const atOnce: Reporter = {
  onTestCaseResult(test) {
    for (const error of test.result().errors ?? []) console.error(`${test.fullName}\n${error.stack ?? error.message}`)
  },
}

export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    exclude: process.env.TEST_DATABASE_URL ? aboutFiles : ['tests/**/*.postgres.test.ts'],
    globalSetup: ['tests/template.ts'],
    setupFiles: ['tests/clean-up.ts'],
    pool: 'forks',
    // One after another: each wants the machine nearly for itself.
    maxWorkers: 1,
    reporters: ['verbose', atOnce],
    hookTimeout: 60_000,
  },
})
