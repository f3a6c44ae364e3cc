import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUpByTurn } from '../../server/backups/round.ts'
import { freshFolder, openForTest } from '../database.ts'
import { now } from '../world.ts'
import { s3Server } from './s3-server.ts'

const hoursAgo = (hours: number) => now.subtract({ hours }).epochMilliseconds / 1000

test('what a killed upload to a store that speaks S3 left goes with the next backup, once it is a day old', async () => {
  const dataDir = freshFolder()
  const databaseUrl = `sqlite:${join(dataDir, 'kopa.db')}`
  await openForTest(databaseUrl)
  const put = (name: string, age: number) => {
    mkdirSync(join(dataDir, name))
    writeFileSync(join(dataDir, name, 'kopa.tar'), 'everybody')
    utimesSync(join(dataDir, name), hoursAgo(age), hoursAgo(age))
  }
  put('sending-dead', 25)
  put('sending-alive', 23)
  put('photos', 25)
  const to = await s3Server()
  const name = await backUpByTurn({ databaseUrl, dataDir, filesAt: null, backups: null, backupKey: null }, to, 30, now)
  expect(name).toMatch(/^kopa-.*\.tar$/)
  const left = readdirSync(dataDir).filter((one) => !one.startsWith('kopa.db'))
  expect(left.sort()).toEqual(['last-backup', 'photos', 'sending-alive'])
})

test('so it does when that backup does not get there: the disk may be full of them', async () => {
  const dataDir = freshFolder()
  const databaseUrl = `sqlite:${join(dataDir, 'kopa.db')}`
  await openForTest(databaseUrl)
  mkdirSync(join(dataDir, 'sending-dead'))
  utimesSync(join(dataDir, 'sending-dead'), hoursAgo(25), hoursAgo(25))
  const nobodyThere = 's3+http://key:secret@127.0.0.1:1/kopa/city?region=us-east-1'
  const config = { databaseUrl, dataDir, filesAt: null, backups: null, backupKey: null }
  await expect(backUpByTurn(config, nobodyThere, 30, now)).rejects.toThrow()
  expect(readdirSync(dataDir).filter((name) => !name.startsWith('kopa.db'))).toEqual([])
})
