import { expect, test } from 'vitest'
import { voices } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { now } from '../world.ts'
import { desk, idOf, open, room } from './cast.ts'

test('a question is seen by its own browser alone until it is approved, then by all', async () => {
  const { ask, read, phone, decide } = await open()
  expect((await ask('Kad būs parks?', 'noor')).statusCode).toBe(303)
  await ask('Kad būs parks?', 'noor')
  const own = await read(room, phone('noor'))
  expect(own.match(/Kad būs parks\?/g)).toHaveLength(1)
  expect(own).toContain('Waiting for the moderator')
  expect(await read(room, phone('sami'))).not.toContain('Kad būs parks?')
  expect(await read('/gen-y-city/kickoff/hall')).not.toContain('Kad būs parks?')

  await decide('Kad būs parks?', 'show')
  expect(await read(room, phone('sami'))).toContain('Kad būs parks?')
  expect(await read('/gen-y-city/kickoff/hall')).toContain('Kad būs parks?')

  await decide('Kad būs parks?', 'hide')
  expect(await read(room, phone('sami'))).not.toContain('Kad būs parks?')
  expect(await read('/gen-y-city/kickoff/hall')).not.toContain('Kad būs parks?')
})

test('one browser has one vote, which it can take back, and which counts once for questions that ask the same', async () => {
  const { ask, decide, vote, read, db, phone } = await open()
  for (const text of ['Parks?', 'Vai būs parks?']) {
    await ask(text, 'noor')
    await decide(text, 'show')
    for (const from of ['sami', 'sami', 'liga']) await vote(text, from)
  }
  expect(await read(room, phone('sami'))).toContain('2 votes')
  await vote('Vai būs parks?', 'ieva')
  await decide('Vai būs parks?', 'merge', await idOf(db, 'Parks?'))
  const merged = await read(room, phone('sami'))
  expect(merged).toContain('3 votes')
  expect(merged).not.toContain('Vai būs parks?')
  await vote('Parks?', 'liga', 'take-back')
  expect((await decide('Parks?', 'merge', await idOf(db, 'Parks?'))).statusCode).toBeGreaterThanOrEqual(400)
})

test('the wall shows what is wanted most until it is answered aloud', async () => {
  const { app, ask, decide, vote, read } = await open()
  for (const text of ['Pirmais', 'Otrais', 'Trešais', 'Ceturtais']) {
    app.clock.now = app.clock.now.add({ seconds: 1 })
    await ask(text, text)
    await decide(text, 'show')
  }
  for (const text of ['Ceturtais', 'Trešais', 'Otrais']) await vote(text, 'sami')
  await vote('Ceturtais', 'liga')
  const wall = async () =>
    [...(await read('/gen-y-city/kickoff/hall')).matchAll(/<bdi[^>]*>(.*?)<\/bdi>/g)].map(([, t]) => t)
  expect(await wall()).toEqual(['Ceturtais', 'Otrais', 'Trešais'])
  await decide('Ceturtais', 'spoken')
  expect(await wall()).toEqual(['Otrais', 'Trešais', 'Pirmais'])
  expect(await read(room)).toContain('Answered in the room')
})

test('a closed room takes no questions and no votes, and keeps its code when it opens again', async () => {
  const { ask, decide, send, read, vote, app } = await open()
  await ask('Parks?', 'noor')
  await decide('Parks?', 'show')
  const code = /moderate-code">([A-Z]{6})</.exec(await read(desk))?.[1] ?? 'none'
  await send(`${desk}/close`, {})
  expect((await ask('Vēl?', 'noor')).statusCode).toBeGreaterThanOrEqual(400)
  expect((await vote('Parks?', 'sami')).statusCode).toBeGreaterThanOrEqual(400)
  expect(await read(room)).toContain('Parks?')
  await send(`${desk}/open`, {})
  expect(await read(desk)).toContain(code)
  const typed = await send('/join', { code: ` ${code.toLowerCase().slice(0, 3)}-${code.slice(3)}` })
  expect(typed.headers.location).toBe(room)
  expect((await app.inject({ url: `/join/${code}` })).headers.location).toBe(room)
  const wrong = await send('/join', { code: 'NOSUCH' })
  expect([wrong.statusCode, wrong.body.includes('There is no such code')]).toEqual([422, true])
})

test('what is missing or unfit is said beside its field, and what was typed is still there', async () => {
  const { ask, db } = await open()
  const answer = await ask(' ', 'noor', { name: 'Noor', email: 'noor@', group: 'no such group' })
  expect(answer.statusCode).toBe(422)
  for (const field of ['text', 'email', 'group']) expect(answer.body).toContain(`id="field-${field}-problem"`)
  expect(answer.body).toContain('value="Noor"')
  expect((await ask('x'.repeat(501), 'noor')).statusCode).toBe(422)
  expect(await db.select().from(voices)).toEqual([])
})

test('one browser that asks and asks is told to wait, and others go on', async () => {
  const { ask, db } = await open()
  for (let i = 0; i < 10; i++) await ask(`Jautājums ${i}`, 'noor')
  expect((await ask('Vēl viens', 'noor')).statusCode).toBe(429)
  expect((await ask('Cits', 'sami')).statusCode).toBe(303)
  expect(await db.select().from(voices)).toHaveLength(11)
})

test('moderators see how often each group was heard, in its own words or another’s, but no number so small that it points at one of them', async () => {
  const { ask, decide, read, pupils, db } = await open()
  for (const text of ['A?', 'B?', 'C?']) await ask(text, text, { group: pupils.id })
  await ask('D?', 'sami')
  for (const deed of ['show', 'spoken']) await decide('A?', deed)
  expect((await decide('B?', 'merge', await idOf(db, 'A?'))).statusCode).toBe(303)
  const table = /<tbody>.*<\/tbody>/s
    .exec(await read(desk))?.[0]
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  expect(table).toContain('3 2')
  expect(table).toContain('Not said Too few to show Too few to show')
})

test('a moderator reads which part of the evening a question is about', async () => {
  const { db, project, kickoff, organiser, ask, read } = await open()
  const day = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('Sikspārņi', { dayId: day.id, minutes: 10 }), organiser, now)
  await releaseAgenda(db, project, kickoff, organiser, now)
  expect((await ask('Kāpēc naktī?', 'noor', { slot: slot.id })).statusCode).toBe(303)
  expect(await read(desk)).toMatch(/Kāpēc naktī\?<\/bdi><\/p>\s*<p class="hint">About: .*Sikspārņi/)
})
