import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registrations } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { eraseAgain } from '../../server/my-data/erase-again.ts'
import { dump } from '../dump.ts'
import { now } from '../world.ts'
import { answer, child, linkIn, teenager, yes, youngMeeting } from './cast.ts'

const photos = { photosText: 'consent.text-1', 'photos.web': 'yes', 'photos.press': 'yes' }
const answers = [{ ...yes, ...photos }, { ...yes, ...photos, answer: 'photos' }, { answer: 'no' }]

/** A child whose first address was somebody else's: that one still has the page open. */
async function stranger(leaves: 'replaced' | 'not-mine') {
  const here = await youngMeeting()
  await here.signUp({ ...child, further: 'child' })
  const url = await linkIn(here.db, 'anna@example.org')
  if (leaves === 'not-mine') await answer(here.app, `${url}/not-mine`, {})
  const mine = await linkIn(here.db, child.email, 'mine')
  await answer(here.app, `${mine}/guardian`, { guardianEmail: 'juris@example.org' })
  return { ...here, url }
}

test('nothing is answered but what was asked: about photos no attendance, and before that no photos', async () => {
  const { db, app, signUp } = await youngMeeting()
  await signUp({ ...child, further: 'child' })
  await signUp({ ...teenager, guardianEmail: 'juris@example.org' })
  const [attendance, alone] = [await linkIn(db, 'anna@example.org'), await linkIn(db, 'juris@example.org')]
  const before = await dump(db)
  expect((await answer(app, attendance, { ...yes, ...photos, answer: 'photos' })).statusCode).toBe(404)
  for (const said of [{ ...yes, ...photos }, { answer: 'no' }])
    expect((await answer(app, alone, said)).statusCode).toBe(404)
  expect(await dump(db)).toEqual(before)
})

for (const leaves of ['replaced', 'not-mine'] as const) {
  test(`whoever is ${leaves} as a guardian answers for the child no more, whatever page they still have open`, async () => {
    const { db, app, url } = await stranger(leaves)
    const before = await dump(db)
    for (const said of answers) expect((await answer(app, url, said)).statusCode).toBe(409)
    expect((await answer(app, `${url}/not-mine`, {})).statusCode).toBe(303)
    expect(await dump(db)).toEqual(before)
  })

  test(`nor is anything erased at the next start because somebody ${leaves} said no`, async () => {
    const { db, app, url } = await stranger(leaves)
    await answer(app, url, { answer: 'no' })
    await eraseAgain(db, filesInFolder(app.config.dataDir), now)
    expect(await db.select().from(registrations)).toMatchObject([{ status: 'held', name: 'Elza' }])
    expect(() => readFileSync(join(app.config.dataDir, 'erased.log'))).toThrow('ENOENT')
  })
}
