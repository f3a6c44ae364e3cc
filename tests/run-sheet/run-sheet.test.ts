import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { cues, slots } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { daysOf } from '../../server/meetings/queries.ts'
import { story } from '../agenda/plan.ts'
import { crew } from '../crew.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const sheet = '/organise/gen-y-city/kickoff/run-sheet'

async function team() {
  const here = await world()
  const { db, project, kickoff, owner } = here
  const [day] = await daysOf(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('City of bats', { dayId: day?.id ?? null }), owner, now)
  const app = await testApp(db)
  const { host, usher } = await crew(here)
  const as = async (who: { id: string }) => ({ ...(await signedInAs(db, who)), 'accept-language': 'en' })
  const see = async (who = owner) => await app.inject({ url: sheet, headers: await as(who) })
  const send = async (path: string, fields: Record<string, string>, who = owner) => {
    const sent = form(fields)
    return await app.inject({
      ...{ method: 'POST', url: `${sheet}${path}`, payload: sent.payload },
      headers: { ...sent.headers, ...(await as(who)) },
    })
  }
  const add = async (text: string, offset = '-5') => await send('', { slotId: slot.id, offset, text, who: 'Līga' })
  return { ...here, app, slot, host, usher, see, send, add }
}

test('what is to be done stands at its own time around the slot, and is ticked by a moderator', async () => {
  const { db, add, see, send, host } = await team()
  expect((await add('Check the microphone')).statusCode).toBe(303)
  expect((await see()).body).toMatch(/Check the microphone/)
  const [cue] = await db.select().from(cues)
  expect((await send(`/${cue?.id}/done`, {}, host)).statusCode).toBe(303)
  expect((await see(host)).body).toContain('aria-pressed="true"')
  await send(`/${cue?.id}/not-done`, {}, host)
  expect((await db.select().from(cues))[0]?.doneAt).toBeNull()
})

test('a moderator plans nothing, and those at the door do not see it', async () => {
  const { db, add, send, see, host, usher } = await team()
  await add('Check the microphone')
  const [cue] = await db.select().from(cues)
  const refused = [await send(`/${cue?.id}/remove`, {}, host), await send('', { text: 'x' }, host), await see(usher)]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  expect((await see(host)).body).not.toContain(`/${cue?.id}/remove`)
  expect(await db.select().from(cues)).toHaveLength(1)
})

test('what cannot be kept comes back as it was typed', async () => {
  const { db, send, slot } = await team()
  const answer = await send('', { slotId: slot.id, offset: 'soon', text: 'Check the microphone' })
  expect([answer.statusCode, answer.body.includes('value="Check the microphone"')]).toEqual([422, true])
  expect((await send('', { slotId: 'elsewhere', offset: '0', text: 'x' })).statusCode).toBe(404)
  expect(await db.select().from(cues)).toEqual([])
})

test('a slot that is taken off the agenda takes its cues off the sheet', async () => {
  const { db, project, kickoff, owner, add, see, slot } = await team()
  await add('Check the microphone')
  const [row] = await db.select().from(slots).where(eq(slots.id, slot.id))
  if (row) await removeSlot(db, project, kickoff, row, owner, now)
  expect((await see()).body).not.toContain('Check the microphone')
})
