import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test.each(['America/Los_Angeles', 'Asia/Tokyo'])(
  'where the server stands does not matter: both nights are the same on one in %s',
  async (TZ) => {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
    const tests = ['--config', 'tests/vitest.config.ts', 'tests/life/nights.test.ts']
    const { stdout } = await run('node_modules/.bin/vitest', ['run', ...tests], { env: { ...env, TZ, NO_COLOR: '1' } })
    expect(stdout).toMatch(/Tests +2 passed \(2\)/)
  },
  120_000,
)
