import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeInSpool } from '../../server/inbound/spool.ts'
import { noor } from '../cast.ts'
import { freshFolder } from '../database.ts'
import { registrationBy } from '../registrations/places.ts'
import { world } from '../world.ts'
import { config, invited, later, outcomes } from './invited.ts'
import { reply, shapes } from './mails.ts'

const script = join(import.meta.dirname, '../../server/commands/receive.ts')

/** As Postfix runs it. */
async function receive(dataDir: string, raw: Buffer, args: string[] = []) {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, INBOUND: 'pipe' }
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.end(raw)
  const [code] = await once(child, 'close')
  return code
}

test('the pipe lays a message down even while no server runs, and the server takes it in', async () => {
  const { db, address, kickoff } = await invited()
  const dataDir = freshFolder()
  const said = { to: 'kopa@example.org', uid: kickoff.id, attendee: noor.email }
  expect(await receive(dataDir, reply(shapes.thunderbird, said), [address])).toBe(0)
  expect(await receive(dataDir, Buffer.from('no mail at all'))).toBe(0)
  expect(await receive(dataDir, Buffer.alloc(2_000_000, 'x'))).toBe(0)
  expect(readdirSync(join(dataDir, 'inbound/new'))).toHaveLength(2)
  await takeInSpool(db, { ...config, dataDir }, later)
  expect(readdirSync(join(dataDir, 'inbound/new'))).toEqual([])
  expect((await registrationBy(db, noor)).status).toBe('cancelled')
  expect((await outcomes(db)).sort()).toEqual(['declined', 'ignored'])
})

test('what cannot be laid down is for Postfix to try again', async () => {
  const folder = freshFolder()
  await mkdir(join(folder, 'data'))
  await writeFile(join(folder, 'data/inbound'), 'in the way')
  expect(await receive(join(folder, 'data'), Buffer.from('From: a@example.org\r\n\r\nHi'))).toBe(75)
})

test('what a pipe that was killed left half written is cleared away after a day', async () => {
  const { db } = await world()
  const dataDir = freshFolder()
  const tmp = join(dataDir, 'inbound/tmp')
  await mkdir(tmp, { recursive: true })
  await writeFile(join(tmp, 'half'), 'From: noor@exam')
  const written = Temporal.Now.instant()
  await takeInSpool(db, { ...config, dataDir }, written.add({ hours: 23 }))
  expect(readdirSync(tmp)).toEqual(['half'])
  await takeInSpool(db, { ...config, dataDir }, written.add({ hours: 25 }))
  expect(readdirSync(tmp)).toEqual([])
})
