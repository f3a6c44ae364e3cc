import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { speakers } from '../../db/schema.ts'
import { noor } from '../cast.ts'
import { youngSpeaker } from '../guardians/young.ts'
import { posted } from '../speakers/stage.ts'
import { now } from '../world.ts'
import { fair } from './fair.ts'

test('the calendar of whoever chose a workshop names nobody who may not be named any more', async () => {
  const here = await fair()
  const { db, project, bats } = here
  const elina = await youngSpeaker(db, project, bats, { minor: false })
  await here.release()
  await db.transact((tx) => tx.update(speakers).set({ minor: true }).where(eq(speakers.id, elina.id)), {
    touches: project.id,
  })
  await here.come(noor)
  await here.chooses(noor, bats)
  const mails = await posted(db, now.add({ hours: 1 }))
  const files = mails.flatMap(({ attachments }) => attachments.map(({ content }) => content.toString()))
  const about = files.map((file) => file.replace(/\r\n /g, '')).filter((file) => file.includes(bats.id))
  expect(about).not.toEqual([])
  expect(about.filter((file) => file.includes('Elīna'))).toEqual([])
})
