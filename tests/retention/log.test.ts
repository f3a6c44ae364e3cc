import { Writable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { accessTable } from '../access-table.ts'
import { cleanUpWith, freshFolder } from '../database.ts'
import { form, now, signedInAs, world } from '../world.ts'

vi.setConfig({ testTimeout: 90_000 })

test('no route writes a secret, an address or where somebody is into the log, well or with its database gone', async () => {
  const { db, owner } = await world()
  const cookies = await signedInAs(db, owner)
  const lines: string[] = []
  const log = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const config = readConfig({ LOG_LEVEL: 'trace', DATA_DIR: freshFolder(), TRUST_PROXY: '127.0.0.1' })
  const app = await buildApp({ db, now: () => now, config }, log)
  cleanUpWith(async () => await app.close())

  const walk = async () => {
    for (const route of Object.keys(accessTable)) {
      const [method = '', path = ''] = route.split(' ')
      const url = `${path.replaceAll(/:\w+/g, 'hush-hush')}?token=hush-query`
      const { headers, payload } = form({ email: 'hush@example.org', name: 'Hush' })
      const from = { host: 'localhost:3000', 'x-forwarded-for': '203.0.113.77', 'user-agent': 'hush-phone' }
      const sent =
        method === 'POST'
          ? { payload, headers: { ...headers, ...from, ...cookies } }
          : { headers: { ...from, ...cookies } }
      await app.inject({ method: method === 'POST' ? 'POST' : 'GET', url, ...sent })
    }
  }
  await walk()
  await db.close()
  await walk()
  const written = lines.join('')
  expect(written).toContain('a request failed')
  for (const secret of [/hush/i, /203\.0\.113\.77/, new RegExp(owner.email), new RegExp(cookies.cookie)])
    expect(written).not.toMatch(secret)
})
