import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { history, materials, meetings, projects, speakers } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { sandboxed } from '../../server/headers.ts'
import { forgetMaterials } from '../../server/materials/forget.ts'
import { dump } from '../dump.ts'
import { minutesIn } from '../minutes/full.ts'
import { newsIn } from '../news/full.ts'
import { addPhoto, openAlbum } from '../photos/cast.ts'
import { pdf, photo } from '../slides/papers.ts'
import { atTheTable, multipart } from '../slides/table.ts'
import { office, openDocument } from './papers.ts'

const desk = '/organise/gen-y-city/kickoff/materials'
const about = {
  'title.en': 'What we found',
  'title.lv': 'Ko atradām',
  kind: 'document',
  licence: 'cc-by',
  credit: 'Luna',
}

async function atTheDesk() {
  const here = await atTheTable()
  const { app, organiser, db } = here
  const add = (bytes: Buffer, name: string, more: Record<string, string> = {}, headers = organiser, url = desk) =>
    app.inject({
      ...{ method: 'POST', url, payload: multipart(bytes, name, { ...about, ...more }) },
      headers: { ...headers, 'accept-language': 'en', 'content-type': 'multipart/form-data; boundary=cut' },
    })
  const act = (path: string, headers = organiser) =>
    app.inject({
      ...{ method: 'POST', url: `${desk}/${path}`, payload: '' },
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    })
  const only = async () => (await db.select().from(materials))[0] ?? expect.fail('no material')
  const page = async (url: string) => (await here.see(url)).body
  return { ...here, add, act, only, page }
}

test('documents, tables and presentations are taken by what is in them; programs and strangers are not', async () => {
  const { db, app, add } = await atTheDesk()
  const taken = {
    docx: await office('docx'),
    xlsx: await office('xlsx'),
    odt: await openDocument('text'),
    ods: await openDocument('spreadsheet'),
    pdf: pdf(),
    webp: await photo('png'),
  }
  for (const [type, bytes] of Object.entries(taken))
    expect([type, (await add(bytes, `..\\${type}.exe`)).statusCode]).toEqual([type, 303])
  const before = await dump(db)
  const refused = [
    await office('docx', { 'word/vbaProject.bin': 'x' }),
    await openDocument('spreadsheet', { 'Basic/Standard/Module1.xml': 'x' }),
    Buffer.from('<html><script>alert(1)</script></html>'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    (await office('xlsx')).subarray(0, 100),
  ]
  for (const bytes of refused) expect((await add(bytes, 'sheet.xlsx')).statusCode).toBe(422)
  expect((await add(pdf(), 'x.pdf')).statusCode).toBe(303)
  expect(await dump(db)).toEqual(before)
  const kept = (await db.select().from(materials)).map(({ type, name }) => `${type} ${name}`)
  expect(kept.sort()).toEqual(
    Object.keys(taken)
      .map((type) => `${type} ${type}.exe.${type}`)
      .sort(),
  )
  expect(await readdir(join(app.config.dataDir, 'materials'))).toHaveLength(kept.length)
})

test('a link is https, and a material is one of the two', async () => {
  const { db, add, only } = await atTheDesk()
  const nothing = Buffer.alloc(0)
  for (const url of ['http://example.org/x', 'javascript:alert(1)', 'example', ''])
    expect([url, (await add(nothing, '', { url })).statusCode]).toEqual([url, 422])
  expect((await add(pdf(), 'x.pdf', { url: 'https://example.org/x' })).statusCode).toBe(422)
  expect((await add(nothing, '', { url: 'https://example.org/x', slot: 'elsewhere' })).statusCode).toBe(422)
  const untitled = await add(nothing, '', { url: 'https://example.org/x', 'title.en': '', 'title.lv': '' })
  expect([untitled.statusCode, untitled.body.includes('value="https://example.org/x"')]).toEqual([422, true])
  expect(await db.select().from(materials)).toEqual([])
  for (const _ of ['once', 'twice']) await add(nothing, '', { url: 'https://example.org/x' })
  expect(await db.select().from(materials)).toHaveLength(1)
  expect(await only()).toMatchObject({ url: 'https://example.org/x', licence: 'cc-by', publishedAt: null })
})

test('a material is the organisers’ until it is published, and then a file to keep, on three pages', async () => {
  const { db, bats, add, act, only, page, see, organiser, outsider } = await atTheDesk()
  await add(await office('docx'), 'Atradumi.docx', { slot: bats.slot.id })
  const { id } = await only()
  const seen = async (who: Record<string, string> = {}) => (await see(`/materials/${id}`, who)).statusCode
  expect([await seen(), await seen(outsider), await seen(organiser)]).toEqual([404, 404, 200])
  const places = ['/gen-y-city/materials', `/gen-y-city/kickoff/${bats.slot.slug}`]
  for (const place of places) expect(await page(place)).not.toContain(id)
  for (const _ of ['once', 'twice']) await act(`${id}/publish`)
  for (const place of places) expect(await page(place)).toContain(`href="/materials/${id}" download`)
  expect(await page('/gen-y-city')).toContain('href="/gen-y-city/materials"')
  expect(await page(places[0] ?? '')).toMatch(/City of bats[\s\S]*What we found[\s\S]*Luna[\s\S]*licenses\/by\/4\.0/)
  expect((await see(`/materials/${id}`)).headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': `attachment; filename="file.docx"; filename*=UTF-8''Atradumi.docx`,
    'content-security-policy': sandboxed,
    'cache-control': 'private, no-cache',
  })
  await act(`${id}/unpublish`)
  expect([await seen(), await seen(outsider), await seen(organiser)]).toEqual([404, 404, 200])
  const deeds = (await db.select().from(history)).map(({ deed }) => deed).filter((deed) => deed.startsWith('material'))
  expect(deeds.sort()).toEqual(['material.added', 'material.published', 'material.unpublished'])
})

test('what was written, taken and said at a meeting is led to from the materials as soon as everybody may see it', async () => {
  const { db, app, page, project, kickoff, owner, now } = await atTheDesk()
  const ways = ['news', 'photos', 'minutes'].map((name) => `href="/gen-y-city/kickoff/${name}"`)
  const pages = ['/gen-y-city/materials', '/gen-y-city/kickoff']
  const shown = async () => {
    const bodies = await Promise.all(pages.map(page))
    return bodies.map((body) => ways.filter((way) => body.includes(way)))
  }
  await addPhoto(db, kickoff, { people: 'nobody' })
  await openAlbum(db, kickoff, now.add({ hours: 1 }))
  expect(await shown()).toEqual([[], []])
  const found = { db, project, meeting: kickoff }
  await minutesIn(found, { title: 'Night', owner }, now)
  await newsIn(found, { title: 'Night', owner }, now)
  const [news = '', , said = ''] = ways
  expect(await shown()).toEqual([
    [news, said],
    [news, said],
  ])
  app.clock.now = now.add({ hours: 1 })
  expect(await shown()).toEqual([ways, ways])
  expect(await page('/gen-y-city')).toContain('href="/gen-y-city/materials"')
})

test('evidence is never public, whichever way one tries', async () => {
  const { db, app, add, act, only, see, page, organiser } = await atTheDesk()
  await add(pdf(), 'signatures.pdf', { kind: 'evidence' })
  const { id } = await only()
  expect((await act(`${id}/publish`)).statusCode).toBe(409)
  expect((await act('publish')).statusCode).toBe(303)
  expect([(await see(`/materials/${id}`)).statusCode, (await see(`/materials/${id}`, organiser)).statusCode]).toEqual([
    404, 200,
  ])
  await db.transact((tx) => tx.update(materials).set({ kind: 'document' }), { touches: 'everything' })
  await act(`${id}/publish`)
  expect((await see(`/materials/${id}`)).statusCode).toBe(200)
  const fields = new URLSearchParams({ ...about, kind: 'evidence' }).toString()
  const headers = { ...organiser, 'content-type': 'application/x-www-form-urlencoded' }
  await app.inject({ method: 'POST', url: `${desk}/${id}`, payload: fields, headers })
  expect([(await only()).publishedAt, (await see(`/materials/${id}`)).statusCode]).toEqual([null, 404])
  expect(await page('/gen-y-city/materials')).not.toContain(id)
})

test('nothing is public of a slot that is not released, of a young speaker without a guardian’s yes, of a draft', async () => {
  const { db, bats, kickoff, project, add, act, only, see, page } = await atTheDesk()
  await add(pdf(), 'x.pdf', { slot: bats.slot.id })
  await act('publish')
  const { id } = await only()
  const everywhere = { touches: 'everything' }
  const shown = async () => [
    (await see(`/materials/${id}`)).statusCode,
    (await page('/gen-y-city/materials')).includes(id),
  ]
  expect(await shown()).toEqual([200, true])
  const minor = (yes: boolean) =>
    db.transact((tx) => tx.update(speakers).set({ minor: yes }).where(eq(speakers.id, bats.speaker.id)), everywhere)
  await minor(true)
  expect(await shown()).toEqual([404, false])
  await minor(false)
  await db.transact((tx) => tx.update(materials).set({ slotId: 'a slot that never was' }), everywhere)
  expect(await shown()).toEqual([404, false])
  await db.transact((tx) => tx.update(materials).set({ slotId: null }), everywhere)
  expect(await shown()).toEqual([200, true])
  expect(await page('/gen-y-city/kickoff')).toContain(id)
  await db.transact((tx) => tx.update(meetings).set({ status: 'draft' }).where(eq(meetings.id, kickoff.id)), everywhere)
  expect(await shown()).toEqual([404, false])
  await db.transact(async (tx) => {
    await tx.update(meetings).set({ status: 'published' })
    await tx.update(projects).set({ publishedAt: null }).where(eq(projects.id, project.id))
  }, everywhere)
  expect((await see(`/materials/${id}`)).statusCode).toBe(404)
})

test('what is not public goes with the people of its meeting; what is public, and evidence, stays', async () => {
  const { db, app, add, kickoff } = await atTheDesk()
  for (const [name, kind] of [
    ['a', 'document'],
    ['b', 'document'],
    ['c', 'evidence'],
  ] as const)
    await add(pdf(name), `${name}.pdf`, { kind })
  await db.transact(
    (tx) => tx.update(materials).set({ publishedAt: kickoff.createdAt }).where(eq(materials.name, 'b.pdf')),
    { touches: 'everything' },
  )
  const names = async () => (await db.select().from(materials)).map(({ name }) => name).sort()
  await forgetMaterials(db, filesInFolder(app.config.dataDir), kickoff.endsAt.add({ hours: 24 }))
  expect(await names()).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  await forgetMaterials(db, filesInFolder(app.config.dataDir), kickoff.endsAt.add({ hours: 24 * 61 }))
  expect([await names(), (await readdir(join(app.config.dataDir, 'materials'))).length]).toEqual([
    ['b.pdf', 'c.pdf'],
    2,
  ])
})

test('materials are put in order, and removed with their files', async () => {
  const { db, app, add, act, page } = await atTheDesk()
  for (const name of ['a', 'b']) await add(pdf(name), `${name}.pdf`, { 'title.en': `Paper ${name}` })
  await act('publish')
  const [a, b] = (await db.select().from(materials).orderBy(materials.position)).map(({ id }) => id)
  await act(`${b}/up`)
  await act(`${b}/up`)
  expect(await page('/gen-y-city/kickoff')).toMatch(/Paper b[\s\S]*Paper a/)
  await act(`${a}/remove`)
  expect((await act(`${a}/remove`)).statusCode).toBe(404)
  expect(await readdir(join(app.config.dataDir, 'materials'))).toEqual([b])
  expect(await page('/gen-y-city/kickoff')).not.toContain('Paper a')
})
