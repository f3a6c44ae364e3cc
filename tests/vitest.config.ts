import { existsSync, statfsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// Thousands of small databases come and go: in memory, where there is enough. What disks do is asked by `npm run faults`.
const memory = '/dev/shm'
if (gigabytesFree(memory) >= 4) process.env.TMPDIR = memory

/** How pages look and weigh, and how a browser behaves: SQLite has shown that. Flows through the database stay. */
const sameOnEveryEngine = [
  'tests/pages/{public,organiser}.test.ts',
  'tests/journeys/{weight,agenda-build,agenda-together,call,child,class,guardian,list,mailing,my-data,outbox,questions,reminders,slides}.test.ts',
  'tests/journeys/{organiser,sign-up,speaker,workshops}.test.ts',
  'tests/nonsense/uploads.test.ts',
  'tests/slides/slow-line.test.ts',
  'tests/faults/{damage,disk,migration,two,wire}.test.ts',
  'tests/{architecture,catalogues,stylesheets,when,life/far-away}.test.ts',
]

/** What takes its time: `npm run faults` has it. */
const long = 'tests/faults/*.long.test.ts'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // What is about PostgreSQL alone needs one: tests/with-postgres.sh. There, what no database can change is left out.
    exclude: [...(process.env.TEST_DATABASE_URL ? sameOnEveryEngine : ['tests/**/*.postgres.test.ts']), long],
    globalSetup: ['tests/template.ts'],
    // Threads would share one process, and with it the file locks that these tests are about.
    pool: 'forks',
    maxWorkers: 2,
    // In one browser.
    maxConcurrency: 2,
    // Each file clears away what it made; loading everything anew for each took as long as the tests themselves.
    isolate: false,
    setupFiles: ['tests/clean-up.ts'],
    // CI machines are small and have other things to do: how fast it is, is asked elsewhere.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

function gigabytesFree(folder: string): number {
  if (!existsSync(folder)) return 0
  const { bavail, bsize } = statfsSync(folder)
  return (bavail * bsize) / 2 ** 30
}
