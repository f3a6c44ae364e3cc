import { expect, test } from 'vitest'
import { freshUrl, openForTest } from '../database.ts'
import { names } from './cast.ts'
import { startChild } from './children.ts'

test('whatever was answered is there after the process was killed', async () => {
  const url = await freshUrl()
  const writer = startChild('child-writing.ts', url)
  const answered: string[] = []
  while (answered.length < 200) answered.push(await writer.nextLine())
  await writer.kill()
  const db = await openForTest(url)
  expect(await names(db)).toEqual(expect.arrayContaining(answered))
})
