import { expect, test } from 'vitest'
import { history, meetings, reports } from '../../db/schema.ts'
import { slotsOf } from '../../server/agenda/queries.ts'
import { addMaterial } from '../../server/materials/add-material.ts'
import { materialId } from '../../server/materials/store.ts'
import { saveMinutes } from '../../server/minutes/save-minutes.ts'
import { write } from '../numbers/cast.ts'
import { afterwards, quote, report } from './cast.ts'

const lacksIn = (page: string) =>
  [
    ...(page.split('id="lacks"')[1] ?? '')
      .split('</section>', 1)
      .join('')
      .matchAll(/href="([^"]+)">([^<]+)</g),
  ].map(([, href, text]) => [href, text])

test('what a funder will miss stands at the top, each with the way to where it is mended, until it is', async () => {
  const { db, project, kickoff, owner, after, see, photo } = await afterwards()
  const [slot] = await slotsOf(db, kickoff)
  await saveMinutes(
    db,
    { project, meeting: kickoff },
    { id: `${slot?.id}` },
    { basedOn: 0, text: { en: 'Said' } },
    owner,
    after,
  )
  await write(db, (tx) => tx.update(meetings).set({ summary: { lv: 'Īsi' } }))
  const desk = '/organise/gen-y-city/kickoff'
  const before = lacksIn((await see(report)).body)
  expect(before).toEqual([
    [`${desk}/materials`, 'No sign sheet has been added'],
    ['/organise/gen-y-city/kickoff/door', 'Nobody has been marked as having come'],
    [`${desk}/photos`, 'There is no photo that the funder may see'],
    [`${desk}/minutes`, 'There are minutes that are not published'],
    [`${desk}/settings`, 'A text is missing in one of the project’s languages'],
    [`${report}#written`, 'Not every text of the report is written in every language of the project'],
  ])
  await photo('An empty hall')
  const place = { project, meeting: kickoff }
  const sheet = {
    title: { en: 'Sign sheet' },
    kind: 'evidence' as const,
    licence: 'all-rights' as const,
    credit: '',
    slot: '',
  }
  const id = materialId(place, 'https://example.org/sheet')
  await addMaterial(db, place, { id, url: 'https://example.org/sheet' }, sheet, owner, after)
  const left = lacksIn((await see(report)).body).map(([, text]) => text)
  expect(left).toEqual(before.map(([, text]) => text).filter((text) => !/sign sheet|photo/.test(`${text}`)))
})

test('whoever saves over another’s text is shown both, and nothing is lost', async () => {
  const { db, see, send } = await afterwards()
  const stored = async () => (await db.select().from(reports))[0]
  const first = { version: '0', 'sections.summary.en': 'What Anna wrote', ...quote('I came', 'a pupil') }
  expect((await send(report, first)).statusCode).toBe(303)
  expect((await send(report, first)).statusCode).toBe(303)
  const late = await send(report, {
    version: '0',
    'sections.summary.en': 'What Bruno wrote',
    ...quote('I left', 'a student'),
  })
  expect(late.statusCode).toBe(409)
  for (const text of ['What Anna wrote', 'I came', 'What Bruno wrote', 'I left']) expect(late.body).toContain(text)
  expect(await stored()).toMatchObject({ version: 1, sections: { summary: { en: 'What Anna wrote' } } })
  const version = /name="version" value="(\d+)"/.exec(late.body)?.[1] ?? ''
  expect(
    (await send(report, { version, 'sections.summary.en': 'Both', ...quote('I came', 'a pupil') })).statusCode,
  ).toBe(303)
  expect(await stored()).toMatchObject({
    ...{ version: 2, sections: { summary: { en: 'Both' } } },
    quotes: [{ text: { en: 'I came' }, by: { en: 'a pupil' } }],
  })
  expect((await see(`${report}/read?in=en`)).body).toContain('a pupil')
})

test('without the agreement of whoever said it a quote is not kept, and what was typed comes back', async () => {
  const { db, send } = await afterwards()
  const answer = await send(report, {
    ...{ version: '0', 'sections.worked.en': 'Ten minutes each' },
    ...quote('Nobody asked me', 'Dzintra', 0, ''),
  })
  expect(answer.statusCode).toBe(422)
  for (const text of ['Nobody asked me', 'Ten minutes each', 'Without the agreement'])
    expect(answer.body).toContain(text)
  expect(await db.select().from(reports)).toEqual([])
})

test('a finished report is changed by nobody before it is reopened, and both stand in the history', async () => {
  const { db, see, send } = await afterwards()
  const text = { 'sections.next.en': 'We go on', ...quote('', '', 0, '') }
  await send(report, { version: '0', ...text })
  for (const _ of [1, 2]) expect((await send(`${report}/finish`)).statusCode).toBe(303)
  expect((await see(report)).body).not.toContain('name="version"')
  const late = await send(report, { version: '1', ...text, 'sections.next.en': 'We stop' })
  expect(late.statusCode).toBe(409)
  for (const words of ['We go on', 'We stop', 'Somebody has finished']) expect(late.body).toContain(words)
  await send(`${report}/reopen`)
  expect((await send(report, { version: '1', ...text, 'sections.next.en': 'We stop' })).statusCode).toBe(303)
  const deeds = (await db.select().from(history).orderBy(history.at, history.id)).map(({ deed }) => deed)
  expect(deeds.filter((deed) => deed.startsWith('report.')).sort()).toEqual([
    ...['report.edited', 'report.edited', 'report.finished', 'report.reopened'],
  ])
})
