import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { freshFolder } from '../database.ts'
import { freePort } from '../free-port.ts'
import { world } from '../world.ts'

const entry = join(import.meta.dirname, '..', '..', 'server', 'demo.ts')

test('it starts with nothing set up, says where, lets an organiser in, and leaves nothing behind', async () => {
  const temporary = freshFolder()
  const child = start({ TMPDIR: temporary, PORT: String(await freePort()) })
  const [site = '', meeting = '', organise = ''] = await addresses(child.stdout, 3)
  expect((await fetch(site)).status).toBe(200)
  expect(await (await fetch(meeting)).text()).toContain('Jauniešu stāsti')
  expect((await fetch(organise)).status).toBe(200)
  expect(readdirSync(temporary)).toHaveLength(1)
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
  expect(readdirSync(temporary)).toEqual([])
}, 60_000)

test('a database that is somebody’s is refused in one sentence', async () => {
  const { db } = await world()
  await db.close()
  const child = start({ DATABASE_URL: db.url, DATA_DIR: freshFolder(), PORT: String(await freePort()) })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect(said).toMatch(/^DATABASE_URL names a database that holds something else.*\n$/)
  expect(code).toBe(1)
})

test('a setting that is wrong is named before anything is made', async () => {
  const temporary = freshFolder()
  const child = start({ TMPDIR: temporary, PORT: 'three thousand' })
  const [said] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect(said).toMatch(/^PORT is not right.*\n$/)
  expect(readdirSync(temporary)).toEqual([])
})

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** What it prints ends each line with an address. */
async function addresses(output: NodeJS.ReadableStream, count: number): Promise<string[]> {
  const found: string[] = []
  for await (const line of createInterface({ input: output })) {
    found.push(line.replace(/.* /, ''))
    if (found.length === count) return found
  }
  throw new Error(`It said no more than ${found.length} lines.`)
}
