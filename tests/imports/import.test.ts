import { expect, test } from 'vitest'
import { asc, eq } from '../../db/drizzle.ts'
import { history, letters, registrations } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { crew } from '../crew.ts'
import { dump } from '../dump.ts'
import { multipart } from '../multipart.ts'
import { places } from '../registrations/places.ts'
import { now, signedInAs, testApp, world } from '../world.ts'

const once = 'a0f0f0f0-0000-4000-8000-000000000001'
const url = '/organise/gen-y-city/kickoff/import'

const text = `Vārds;E-pasts;Grupa
Anna;anna@example.org;Skolnieks vai skolniece
;nobody@example.org;Pupil
Bruno;bruno@;Pupil
Cita;cita@example.org;Zvirbulis
Anna vēlreiz;ANNA@example.org;Pupil
Noor;noor@example.org;Pupil
=HYPERLINK("http://example.org");dora@example.org;pupil
<img src=x>;;Teacher
Emīls;emils@example.org;Pupil`

test('every row is seen with what would become of it, and nothing is written before the yes', async () => {
  const { db, here, send } = await desk({ capacity: 4 })
  await register(db, here.project, here.kickoff, { ...noor, groupId: here.pupils.id }, now)
  const before = await dump(db)
  const { statusCode, body } = await send({ text })
  expect(statusCode).toBe(200)
  expect(await dump(db)).toEqual(before)
  const rows = [
    ...body.matchAll(/<tr>\n<td>(\d+)<\/td>[\s\S]*?<span class="badge \w+">([^<]+)<\/span>(?:<br>([^<]+))?/g),
  ]
  expect(Object.fromEntries(rows.map(([, line, fate, problem]) => [line, problem ?? fate]))).toEqual({
    2: 'Gets a place',
    3: expect.stringContaining('Name: '),
    4: expect.stringContaining('E-mail: '),
    5: 'Group: The project has no such group.',
    6: 'This address stands further up already',
    7: 'Registered already',
    8: 'Gets a place',
    9: 'Gets a place',
    10: 'No room: waits in line',
  })
  expect(body).not.toContain('<img src=x>')
})

test('the yes registers them through the same door, once however often it is pressed', async () => {
  const { db, here, send } = await desk({ capacity: 2 })
  for (const _ of [1, 2]) expect((await send({ text, step: 'do', letters: 'letters' })).statusCode).toBe(303)
  expect(await places(db, here.kickoff)).toEqual({
    ...{ Anna: 'confirmed', Noor: 'confirmed', '=HYPERLINK("http://example.org")': 'waiting' },
    ...{ '<img src=x>': 'waiting', Emīls: 'waiting' },
  })
  const sent = await db
    .select({ kind: letters.kind, to: letters.recipient })
    .from(letters)
    .orderBy(asc(letters.recipient))
  expect(sent).toEqual([
    { kind: 'confirmation', to: 'anna@example.org' },
    { kind: 'waiting', to: 'dora@example.org' },
    { kind: 'waiting', to: 'emils@example.org' },
    { kind: 'confirmation', to: 'noor@example.org' },
  ])
  const deeds = await db.select({ deed: history.deed, facts: history.facts }).from(history)
  expect(deeds).toEqual([{ deed: 'registrations.imported', facts: { people: '5' } }])
})

test('brought in silently, nobody is written to', async () => {
  const { db, here, send } = await desk()
  await send({ text, step: 'do', letters: 'silently' })
  expect(Object.keys(await places(db, here.kickoff))).toHaveLength(5)
  expect(await db.select().from(letters)).toEqual([])
})

test('two who press at once register nobody twice, and nobody above the capacity', async () => {
  const { db, here, send } = await desk({ capacity: 3 })
  await Promise.all([send({ text, step: 'do' }), send({ text, step: 'do' })])
  expect(Object.values(await places(db, here.kickoff)).sort()).toEqual([
    ...Array(3).fill('confirmed'),
    'waiting',
    'waiting',
  ])
  expect(await db.select().from(registrations)).toHaveLength(5)
})

test('columns without a head are chosen by hand, and those without a group get the one that is given', async () => {
  const { db, here, send } = await desk()
  const list = 'x,anna@example.org,Anna\ny,bo@example.org,Bo'
  const chosen = { 'columns.name': '2', 'columns.email': '1', 'columns.group': '', 'columns.language': '' }
  await send({ text: list, head: 'no', ...chosen, group: here.teachers.id, step: 'do' })
  const rows = await db.select().from(registrations).where(eq(registrations.groupId, here.teachers.id))
  expect(rows.map(({ name, email }) => [name, email])).toEqual([
    ['Anna', 'anna@example.org'],
    ['Bo', 'bo@example.org'],
  ])
})

test('a file in the letters of an older Windows is read, and so it is said', async () => {
  const { send } = await desk()
  const bytes = Buffer.from([0x56, 0xe2, 0x72, 0x64, 0x73, 0x0a, 0xde, 0x61, 0x6e, 0x65, 0x74, 0x65, 0x0a])
  const { body } = await send({}, { bytes })
  expect(body).toContain('Žanete')
  expect(body).toContain('windows-1257')
})

test('a surname in a column of its own, what Excel writes above a list, and what it is called there cost nobody anything', async () => {
  const { db, send } = await desk()
  const list =
    'sep=;\r\nJauniešu saraksts;;;\r\nVārds;Uzvārds;E-pasts;Grupa\r\n"Anna\r\nLīga";Ābele;anna@example.org;Pupil\r\nBo;;;Pupil'
  await send({ text: list, step: 'do', letters: 'silently' })
  const rows = await db.select().from(registrations).orderBy(asc(registrations.arrival))
  expect(rows.map(({ name, email }) => [name, email])).toEqual([
    ['Anna Līga Ābele', 'anna@example.org'],
    ['Bo', null],
  ])
})

test('the same list brought another day brings nobody twice, with an address or without', async () => {
  const { db, send } = await desk()
  const list = 'Name,E-mail,Group\nAnna,anna@example.org,Pupil\nBo,,Pupil\nBo,,Pupil\nBo,,Teacher'
  const bring = async (text: string, once: string) => send({ text, once, step: 'do', letters: 'silently' })
  await bring(list, crypto.randomUUID())
  await bring(list, crypto.randomUUID())
  expect((await db.select().from(registrations)).map(({ name }) => name).sort()).toEqual(['Anna', 'Bo', 'Bo', 'Bo'])
  await bring(`${list}\nbo,,Pupil`, crypto.randomUUID())
  expect(await db.select().from(registrations)).toHaveLength(5)
})

test('a workbook is answered at the file alone, whatever is in the field beside it', async () => {
  const { send } = await desk()
  const { body } = await send({ text: '' }, { bytes: Buffer.from('PK\u0003\u0004\u0000') })
  expect([body.includes('id="field-file-problem"'), body.includes('id="field-text-problem"')]).toEqual([true, false])
})

test('what is no list is refused with a reason beside it, and nothing is written', async () => {
  const { db, send } = await desk()
  const before = await dump(db)
  const many = Array.from({ length: 502 }, (_, i) => `Name ${i};n${i}@example.org`).join('\n')
  for (const [fields, file] of [
    [{ text: '' }],
    [{ text: 'a;b\n"x;y' }],
    [{ text: many }],
    [{ text: 'x'.repeat(100_001) }],
    [{ text: 'Anna\u0000' }],
    [{}, { bytes: Buffer.from('PK\u0000\u0001') }],
    [{}, { bytes: Buffer.alloc(500_000, 'a') }],
  ] as const) {
    const { statusCode, body } = await send({ ...fields, step: 'do' }, file)
    expect([statusCode, body.includes('class="problem"')]).toEqual([422, true])
  }
  expect(await dump(db)).toEqual(before)
})

test('neither an outsider nor those at the door find it, and nothing they send is taken', async () => {
  const { db, here, app } = await desk()
  const { usher, host } = await crew({ db, ...here })
  for (const who of [usher, host, here.outsider]) await signedInAs(db, who)
  const before = await dump(db)
  for (const who of [usher, host, here.outsider]) {
    const sent = await multipart({ text, step: 'do', once })
    const headers = { ...sent.headers, ...(await signedInAs(db, who)) }
    expect((await app.inject({ method: 'POST', url, payload: sent.payload, headers })).statusCode).toBe(404)
    expect((await app.inject({ url, headers: await signedInAs(db, who) })).statusCode).toBe(404)
  }
  expect(await dump(db)).toEqual(before)
})

async function desk(meeting: Parameters<typeof world>[0] = {}) {
  const { db, ...here } = await world(meeting)
  const app = await testApp(db)
  const who = await signedInAs(db, here.organiser)
  const send = async (fields: Record<string, string>, file?: { bytes: Buffer }) => {
    const { payload, headers } = await multipart({ once, step: 'look', ...fields }, file)
    return await app.inject({ method: 'POST', url: `${url}?lang=en`, payload, headers: { ...headers, ...who } })
  }
  return { db, here, app, send }
}
