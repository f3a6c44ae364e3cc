import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open } from '../../db/open.ts'
import { freshFolder, openForTest } from '../database.ts'
import { add, names } from './cast.ts'
import { startChild } from './children.ts'

test('a second process refuses to start, until the first is gone, however it went', async () => {
  const url = `sqlite:${join(freshFolder(), 'kopa.db')}`
  const first = startChild('child-writing.ts', url)
  await first.nextLine()
  await expect(open(url)).rejects.toThrow(/kopa\.db is in use by a Kopā that is already running/)
  await first.kill()
  const db = await openForTest(url)
  expect((await names(db)).length).toBeGreaterThan(0)
})

test('a link to the file is the same file', async () => {
  const folder = freshFolder()
  await openForTest(`sqlite:${join(folder, 'kopa.db')}`)
  symlinkSync(join(folder, 'kopa.db'), join(folder, 'link.db'))
  await expect(open(`sqlite:${join(folder, 'link.db')}`)).rejects.toThrow(/in use/)
})

test('a command can work beside the server, as its guest', async () => {
  const url = `sqlite:${join(freshFolder(), 'kopa.db')}`
  const server = await openForTest(url)
  const guest = await open(url, { guest: true })
  await add(guest, 'ada')
  await guest.close()
  expect(await names(server)).toEqual(['ada'])
})

test('a command can come before the server ever ran', async () => {
  const url = `sqlite:${join(freshFolder(), 'deep', 'down', 'kopa.db')}`
  const guest = await open(url, { guest: true })
  await add(guest, 'ada')
  const server = await openForTest(url)
  expect(await names(server)).toEqual(['ada'])
  await guest.close()
})

test('a file that is none, and an address that is none, are named in the refusal', async () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'kopa.db'))
  await expect(open(`sqlite:${join(folder, 'kopa.db')}`)).rejects.toThrow(/kopa\.db cannot be written/)
  await expect(open('mysql://localhost/kopa')).rejects.toThrow('and is "mysql://localhost/kopa"')
  expect(existsSync(join(folder, 'kopa.db-wal'))).toBe(false)
})
