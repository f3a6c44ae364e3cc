import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { history } from '../../db/schema.ts'
import { registrationsCsv } from '../../server/registrations/desk/csv.ts'
import type { Listed } from '../../server/registrations/desk/list.ts'
import { sheetOf } from '../../server/registrations/desk/sheet.ts'
import { registrationsXlsx } from '../../server/registrations/desk/xlsx.ts'
import { register } from '../../server/registrations/register.ts'
import { say } from '../../views/say.ts'
import { noor, sami } from '../cast.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { recordsIn } from './csv-reader.ts'
import { registrationBy } from './places.ts'
import { cellsIn } from './workbook.ts'

const desk = '/organise/gen-y-city/kickoff/registrations'

async function twoPeople() {
  const here = await world()
  for (const person of [noor, sami])
    await register(here.db, here.project, here.kickoff, { ...person, groupId: here.pupils.id }, now)
  const app = await testApp(here.db)
  const headers = await signedInAs(here.db, here.organiser)
  const take = async (format: string, query = '') =>
    await app.inject({ url: `${desk}.${format}?lang=en&${query}`, headers })
  return { ...here, take }
}

/** What a spreadsheet might calculate, fetch or trip over; and words that are something else to a program. */
const dangerous = [
  ...['=HYPERLINK("https://example.com")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1+1', '\u00a0=1', '＝1'],
  ...['a\u0000=1', '\u0000=1', 'x"; =1', '<c t="n"><f>1</f></c>', 'constructor', '__proto__', 'toString', '007', '1e5'],
  ...['Jānis & Līga', 'Ж😀', `'=1`],
]

const nothingMore = { answers: [], photos: null, workshops: [], came: false }

async function sheetNaming(names: readonly string[]) {
  const { db, project, kickoff, pupils } = await world()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const registration = await registrationBy(db, noor)
  const rows: Listed[] = names.map((name) => ({
    registration: { ...registration, name },
    group: pupils,
    ...nothingMore,
  }))
  return sheetOf(say('en'), { project, meeting: kickoff }, [{ name: 'since' }], rows)
}

test('in a workbook whatever somebody is called is a string, numbers are numbers, and moments are dates', async () => {
  const cells = await cellsIn(await registrationsXlsx(await sheetNaming(dangerous), 'Europe/Riga'))
  expect(cells[0]?.map(({ value }) => value)).toEqual(['No.', 'Name', 'Signed up'])
  expect(cells).toHaveLength(dangerous.length + 1)
  for (const [i, name] of dangerous.entries()) {
    const [arrival, named, since] = cells[i + 1] ?? []
    expect([name, arrival?.type, arrival?.value]).toEqual([name, undefined, '1'])
    expect([name, named?.type]).toEqual([name, 's'])
    expect(named?.value.replace('\u2060', '')).toBe(name.replaceAll(/\p{Cc}+/gu, ' ').trim())
    // 23 November 2026, 12:00 in Riga, in days since 1900.
    expect([since?.type, Number(since?.value), since?.style !== undefined]).toEqual([undefined, 46349.5, true])
  }
})

test('in a CSV every name is one cell, as it was given, with a quote before what a spreadsheet would calculate', async () => {
  const csv = registrationsCsv(await sheetNaming(dangerous), 'Europe/Riga')
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
  const [heads, ...rows] = recordsIn(csv)
  expect(heads).toEqual(['\ufeffNo.', 'Name', 'Signed up'])
  expect(rows).toHaveLength(dangerous.length)
  for (const [i, name] of dangerous.entries()) {
    const [arrival, cell = '', since] = rows[i] ?? []
    expect([name, arrival, since]).toEqual([name, '1', '2026-11-23T12:00'])
    expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝]/u)
    expect([name, cell.replace(/^'(?=[=+\-@＝])/, '')]).toEqual([
      name,
      name
        .replaceAll(/\p{Cc}+/gu, ' ')
        .trim()
        .replace(/^'(?==)/, ''),
    ])
  }
})

test('each file has what the look shows, in the columns it shows, and that it was taken is written down', async () => {
  const { db, take, project } = await twoPeople()
  const csv = await take('csv', 'search=noor&columns=email+since')
  expect(csv.body).toBe('\ufeffNo.,Name,E-mail,Signed up\r\n1,Noor,noor@example.org,2026-11-23T12:00\r\n')
  const xlsx = await take('xlsx', 'sort=newest&columns=email')
  const names = (await cellsIn(xlsx.rawPayload)).map(([, name, email]) => `${name?.value} ${email?.value}`)
  expect(names).toEqual(['Name E-mail', 'Sami sami@example.org', 'Noor noor@example.org'])
  const json = (await take('json', 'columns=status+language')).json()
  expect(json.columns.map(({ name }: { name: string }) => name)).toEqual(['status', 'language'])
  expect(json.registrations).toMatchObject([
    { arrival: 1, name: 'Noor', status: 'confirmed', language: 'en' },
    { arrival: 2, name: 'Sami', status: 'confirmed', language: 'lv' },
  ])
  expect(JSON.stringify(json)).not.toContain('example.org')
  for (const { headers } of [csv, xlsx]) {
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['content-disposition']).toContain('attachment')
  }
  const taken = (await db.select().from(history).where(eq(history.projectId, project.id))).map(({ facts }) => facts)
  expect(taken).toContainEqual({ people: '1', format: 'csv', columns: 'email since' })
  expect(taken).toContainEqual({ people: '2', format: 'xlsx', columns: 'email' })
  expect(taken).toContainEqual({ people: '2', format: 'json', columns: 'status language' })
})
