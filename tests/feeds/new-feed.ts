import { expect } from 'vitest'
import { form, type TestApp } from '../world.ts'

/** Makes a calendar by the form of its page; its address, without the host. */
export async function newFeed(app: TestApp, page: string, body: string, alarm = 'none'): Promise<string> {
  const [, secret = ''] = /name="secret" value="([\w-]{43})"/.exec(body) ?? []
  const answer = await app.inject({ method: 'POST', url: `${page}?lang=en`, ...form({ secret, alarm }) })
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'private, no-store'])
  const [, address = ''] = /value="http:\/\/localhost:3000(\/feed\/[\w-]{43}\.ics)"/.exec(answer.body) ?? []
  expect(answer.body).toContain(`href="webcal://localhost:3000${address}"`)
  return address
}
