import { expect, test } from 'vitest'
import { freshFolder, freshUrl, onPostgres } from '../database.ts'
import { startServer } from '../server.ts'
import { start } from './starting.ts'

const wrong: [name: string, value: string][] = [
  ['PORT', 'eighty'],
  ['PUBLIC_URL', 'kopa.example.org'],
  ['DATABASE_URL', 'mysql://localhost/kopa'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'nobody'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'everybody'],
  ['TRUST_PROXY', '127.0.0.1,'],
  ['TRUST_PROXY', '999.1.1.1'],
  ['PUBLIC_URL', 'https://example.org/kopa'],
  ['SMTP_URL', 'smtp://:::'],
]

test('a wrong setting stops the start with one sentence that names it', async () => {
  const outcomes = await Promise.all(wrong.map(([name, value]) => start({ [name]: value })))
  const names = wrong.map(([name]) => expect.stringContaining(`${name} is not right`))
  expect(outcomes).toEqual(names.map((sentence) => ({ status: 1, said: [sentence] })))
})

test('a host or a folder that is not there stops the start with one sentence', async () => {
  const [host, folder] = await Promise.all([
    start({ HOST: 'no.such.invalid', DATABASE_URL: `sqlite:${freshFolder()}/kopa.db`, PORT: '0' }),
    start({ DATABASE_URL: 'sqlite:/dev/null/x/kopa.db' }),
  ])
  expect([host.status, host.said.length]).toEqual([1, 1])
  expect(folder).toEqual({ status: 1, said: [expect.stringContaining('/dev/null/x/kopa.db')] })
})

test('the first start prints a link that creates the first organiser', async () => {
  const server = await startServer({ DATABASE_URL: await freshUrl(), PUBLIC_URL: 'http://localhost:3999' })
  expect(server.said[0]).toBe('Kopā is open at http://localhost:3999')
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

// A PostgreSQL is shared on purpose.
if (!onPostgres) {
  test('a second server on the same file refuses to start, and says why', async () => {
    const url = await freshUrl()
    await startServer({ DATABASE_URL: url })
    const refused = await start({ DATABASE_URL: url, PORT: '0' })
    expect(refused).toEqual({ status: 1, said: [expect.stringContaining('kopa.db')] })
  })
}

test('asked to stop, it goes with code 0', async () => {
  const server = await startServer({ DATABASE_URL: await freshUrl() })
  expect(await server.kill('SIGTERM')).toBe(0)
})
