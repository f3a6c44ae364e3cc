import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { history, slides, slots } from '../../db/schema.ts'
import { contentTypes, odp, odpType, pdf, photo, pptx, zip } from './papers.ts'
import { atTheTable, editSpeaking, kept, multipart } from './table.ts'

const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
const png = await photo('png')

test.each([
  ['a PDF', pdf(), 'pdf'],
  ['a PowerPoint presentation', await pptx(), 'pptx'],
  ['an OpenDocument presentation', await odp(), 'odp'],
  [
    'one as LibreOffice lists its empty libraries',
    await odp({ 'Basic/script-lc.xml': '', 'Basic/Standard/script-lb.xml': '' }),
    'odp',
  ],
  ['a PNG picture', png, 'webp'],
  ['a JPEG picture', await photo('jpeg'), 'webp'],
  ['a WebP picture', await photo('webp'), 'webp'],
])('%s is taken for what it is, whatever it is called', async (_what, bytes, type) => {
  const { app, db, bats, handIn } = await atTheTable()
  const answer = await handIn(bats, bytes, 'story.html')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/speaker/${bats.token}/slides`])
  const rows = await db.select().from(slides)
  expect(rows).toMatchObject([{ type, name: `story.html.${type}`, slotId: bats.slot.id, speakerId: bats.speaker.id }])
  const file = await readFile(join(app.config.dataDir, 'slides', rows[0]?.id ?? ''))
  expect(file.length).toBe(rows[0]?.bytes)
  if (type !== 'webp') expect(file.equals(bytes)).toBe(true)
})

const macros = 'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const large = Buffer.alloc(200 * 1024 * 1024)
const bomb = await zip({
  '[Content_Types].xml': contentTypes(),
  'ppt/presentation.xml': '',
  a: large,
  b: large,
  c: large,
})
const many = Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`ppt/slides/slide${i}.xml`, '']))
const hugePicture = await sharp({ create: { width: 9000, height: 6000, channels: 3, background: 'black' } })
  .png()
  .toBuffer()
const evil = (await pptx({ 'aa/evil.xml': 'x' })).toString('latin1')

const refused: [string, Buffer, RegExp][] = [
  ['an HTML page called .pdf', html, /cannot take this kind/],
  ['an SVG picture', svg, /cannot take this kind/],
  ['a program', Buffer.from('MZ\x90\0'), /cannot take this kind/],
  ['an old PowerPoint file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /cannot take this kind/],
  ['a page with a PDF behind it', Buffer.concat([html, pdf()]), /cannot take this kind/],
  ['half a PDF', pdf().subarray(0, 60), /not all of it is there/],
  ['a page that begins like a PDF', Buffer.concat([Buffer.from('%PDF-1.7\n'), html]), /not all of it is there/],
  ['a plain ZIP file', await zip({ 'a.txt': 'a' }), /cannot take this kind/],
  ['a Word document', await pptx({ '[Content_Types].xml': contentTypes(word) }), /cannot take this kind/],
  ['a presentation without its part', await zip({ '[Content_Types].xml': contentTypes() }), /cannot take this kind/],
  ['a text in OpenDocument', await odp({}, odpType.replace('presentation', 'text')), /cannot take this kind/],
  [
    'an OpenDocument whose type is not first',
    await zip({ 'content.xml': '', mimetype: odpType }),
    /cannot take this kind/,
  ],
  ['a presentation with macros', await pptx({ 'ppt/vbaProject.bin': 'x' }), /programs \(macros\)/],
  ['one that hides them elsewhere', await pptx({ 'other/VBAPROJECT.BIN': 'x' }), /programs \(macros\)/],
  ['one that may have macros', await pptx({ '[Content_Types].xml': contentTypes(macros) }), /programs \(macros\)/],
  ['an OpenDocument with macros', await odp({ 'Basic/Standard/Module1.xml': 'x' }), /programs \(macros\)/],
  ['an OpenDocument with scripts', await odp({ 'Scripts/python/a.py': 'x' }), /programs \(macros\)/],
  ['half a ZIP file', (await pptx()).subarray(0, 200), /not all of it is there/],
  ['a ZIP file with something behind it', Buffer.concat([await pptx(), html]), /not all of it is there/],
  ['a page with a ZIP file behind it', Buffer.concat([html, await pptx()]), /cannot take this kind/],
  ['a bomb', bomb, /not all of it is there/],
  ['six thousand parts', await pptx(many), /not all of it is there/],
  [
    'parts that lead out of the folder',
    Buffer.from(evil.replaceAll('aa/evil.xml', '../evil.xml'), 'latin1'),
    /not all of it is there/,
  ],
  [
    'two lists of parts',
    Buffer.from((await pptx({ '[Content_Types].xm_': 'x' })).toString('latin1').replaceAll('.xm_', '.xml'), 'latin1'),
    /not all of it is there/,
  ],
  ['half a picture', png.subarray(0, png.length / 2), /could not open this picture/],
  ['a page that begins like a picture', Buffer.concat([png.subarray(0, 8), html]), /could not open this picture/],
  ['a picture of too many pixels', hugePicture, /could not open this picture/],
  ['an empty file', Buffer.alloc(0), /This is needed/],
]

test('what is no presentation is refused beside its field, and nothing is kept', { timeout: 60_000 }, async () => {
  const { app, db, bats, handIn } = await atTheTable()
  for (const [what, bytes, reason] of refused) {
    const answer = await handIn(bats, bytes)
    expect([what, answer.statusCode, reason.test(answer.body)]).toEqual([what, 422, true])
    expect(answer.body).toContain(`<a href="#field-file-${bats.slot.id}">`)
  }
  expect(await kept(db)).toEqual([])
  expect(await readdir(join(app.config.dataDir, 'slides'))).toEqual([])
})

test('a picture is drawn anew: what else was in the file, or behind it, is gone', async () => {
  const { app, db, bats, handIn } = await atTheTable()
  await handIn(bats, Buffer.concat([await photo('jpeg', 5000), html]), 'IMG_0001.JPG')
  const [row] = await db.select().from(slides)
  const file = await readFile(join(app.config.dataDir, 'slides', row?.id ?? ''))
  expect(row?.name).toBe('IMG_0001.webp')
  expect([file.includes('Secret Place'), file.includes('alert')]).toEqual([false, false])
  expect(await sharp(file).metadata()).toMatchObject({ format: 'webp', width: 3840 })
  expect((await sharp(file).metadata()).exif).toBeUndefined()
})

test.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\Luna\\story.pdf', 'story.pdf'],
  ['Stāsts par Даугавпілс 🦇.pdf', 'Stāsts par Даугавпілс 🦇.pdf'],
  ['story\u202Efdp.exe', 'storyfdp.exe.pdf'],
  ['a<b>:|?*.pdf', 'ab.pdf'],
  ['.pdf', 'slides.pdf'],
  ['', 'slides.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(100)}.pdf`],
])('a file called %j is shown as %j', async (name, shown) => {
  const { app, db, bats, handIn } = await atTheTable()
  expect((await handIn(bats, pdf(), name)).statusCode).toBe(303)
  const rows = await db.select().from(slides)
  expect(rows.map((row) => row.name)).toEqual([shown])
  expect(await readdir(join(app.config.dataDir, 'slides'))).toEqual([rows[0]?.id])
})

test('the same file sent twice, even at once, is there once; another one comes beside it', async () => {
  const { app, db, bats, handIn } = await atTheTable()
  const answers = await Promise.all([handIn(bats, pdf()), handIn(bats, pdf()), handIn(bats, pdf())])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
  await handIn(bats, pdf('More'), 'more.pdf')
  expect(await kept(db)).toEqual(['City of bats: more.pdf', 'City of bats: story.pdf'])
  expect(await readdir(join(app.config.dataDir, 'slides'))).toHaveLength(2)
  const deeds = await db.select().from(history).where(eq(history.deed, 'slides.handed-in'))
  expect(deeds.map(({ organiserId, facts }) => [organiserId, facts.title])).toEqual([
    [null, '{"en":"City of bats"}'],
    [null, '{"en":"City of bats"}'],
  ])
})

test('five files are the most; one more takes the place of another, or is refused and not kept', async () => {
  const { app, db, bats, handIn, see } = await atTheTable()
  for (const i of [1, 2, 3, 4, 5]) await handIn(bats, pdf(`${i}`), `${i}.pdf`)
  expect((await see(`/speaker/${bats.token}/slides`)).body).toContain('There can be 5 files at the most')
  const sixth = await handIn(bats, pdf('6'), '6.pdf')
  expect([sixth.statusCode, sixth.body.includes('5 files for this story already')]).toEqual([409, true])
  const [first] = await db.select().from(slides).where(eq(slides.name, '1.pdf'))
  expect((await handIn(bats, pdf('6'), '6.pdf', { replaces: first?.id ?? '' })).statusCode).toBe(303)
  expect(await kept(db)).toEqual([2, 3, 4, 5, 6].map((i) => `City of bats: ${i}.pdf`))
  expect(await readdir(join(app.config.dataDir, 'slides'))).toHaveLength(5)
})

test('thirty megabytes are taken, one byte more is not, and what to do is said', { timeout: 30_000 }, async () => {
  const { app, db, bats, handIn } = await atTheTable()
  const padded = (bytes: number) =>
    Buffer.concat([
      Buffer.from('%PDF-1.7\n%'),
      Buffer.alloc(bytes - pdf().length - 10, 'x'),
      Buffer.from('\n'),
      pdf().subarray(1),
    ])
  const most = padded(30 * 1024 * 1024)
  expect(most.length).toBe(30 * 1024 * 1024)
  expect((await handIn(bats, most)).statusCode).toBe(303)
  for (const more of [1, 5 * 1024 * 1024]) {
    const answer = await handIn(bats, Buffer.concat([most.subarray(0, 10), Buffer.alloc(more), most.subarray(10)]))
    expect([answer.statusCode, answer.body.includes('larger than 30 MB')]).toEqual([422, true])
  }
  expect(await kept(db)).toEqual(['City of bats: story.pdf'])
  expect(await readdir(join(app.config.dataDir, 'slides'))).toHaveLength(1)
})

test('a torn body, two files, or none, leave nothing behind', async () => {
  const { app, db, bats, post } = await atTheTable()
  const whole = multipart(pdf(), 'story.pdf')
  const twice = Buffer.concat([whole.subarray(0, -9), Buffer.from('\r\n'), whole])
  const url = `/speaker/${bats.token}/slots/${bats.slot.id}/slides`
  const sent = async (payload: Buffer | string, type = 'multipart/form-data; boundary=cut') => {
    const { statusCode, body } = await post(url, payload, { 'content-type': type })
    return [statusCode, body.includes('</main>')]
  }
  for (const end of [60, 150, whole.length - 20, whole.length - 4])
    expect(await sent(whole.subarray(0, end))).toEqual([400, true])
  expect(await sent(whole, 'multipart/form-data')).toEqual([400, true])
  expect(await sent(twice)).toEqual([413, true])
  expect(await sent('--cut--\r\n')).toEqual([422, true])
  expect(await sent('file=x', 'application/x-www-form-urlencoded')).toEqual([406, true])
  expect(await kept(db)).toEqual([])
  expect(await readdir(join(app.config.dataDir, 'slides'))).toEqual([])
})

test('a disk that takes nothing is said to be for now, and what was there stays', async () => {
  const { app, db, bats, handIn } = await atTheTable()
  await writeFile(join(app.config.dataDir, 'slides'), 'in the way')
  const answer = await handIn(bats, pdf())
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '30'])
  expect(await kept(db)).toEqual([])
})

test('a speaker reaches their own stories only, and only after a yes', async () => {
  const { app, db, bats, blog, handIn, post, see } = await atTheTable()
  await handIn(blog, pdf())
  const [theirs] = await db.select().from(slides)
  const foreign = { token: bats.token, slot: blog.slot }
  expect((await handIn(foreign, pdf('Mine'))).statusCode).toBe(404)
  expect((await handIn({ token: 'nobody', slot: bats.slot }, pdf())).statusCode).toBe(404)
  const url = `/speaker/${bats.token}/slides/${theirs?.id}`
  expect((await see(url)).statusCode).toBe(404)
  expect((await post(`${url}/remove`, '', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(
    404,
  )
  await editSpeaking(db, bats.speaker, { standing: 'declined' })
  expect((await handIn(bats, pdf())).statusCode).toBe(404)
  expect(await kept(db)).toEqual(['A blog for everyone: story.pdf'])
  expect(await readdir(join(app.config.dataDir, 'slides'))).toEqual([theirs?.id])
})

test('just after the meeting slides are still asked for; a month later nobody asks, and none are taken', async () => {
  const { app, db, kickoff, bats, handIn, see } = await atTheTable()
  const asks = async () => (await see(`/speaker/${bats.token}/slides`)).body.includes('type="file"')
  app.clock.now = kickoff.endsAt.add({ hours: 29 * 24 })
  expect(await asks()).toBe(true)
  app.clock.now = kickoff.endsAt.add({ hours: 31 * 24 })
  expect(await asks()).toBe(false)
  expect((await handIn(bats, pdf())).statusCode).toBe(404)
  expect(await kept(db)).toEqual([])
})

test('speakers see, take back and send again what is theirs; opening the link changes nothing', async () => {
  const { app, db, bats, handIn, post, see } = await atTheTable()
  await handIn(bats, pdf(), 'Bats (1).pdf')
  const [row] = await db.select().from(slides)
  const url = `/speaker/${bats.token}/slides`
  const page = await see(url)
  expect(page.body).toContain('Bats (1).pdf')
  expect(page.headers['cache-control']).toBe('private, no-store')
  const file = await see(`${url}/${row?.id}`)
  expect(file.rawPayload.equals(pdf())).toBe(true)
  expect(file.headers['content-disposition']).toBe(
    `attachment; filename="slides.pdf"; filename*=UTF-8''Bats%20%281%29.pdf`,
  )
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await post(`${url}/${row?.id}/remove`, '', form)).statusCode).toBe(303)
  expect((await post(`${url}/${row?.id}/remove`, '', form)).statusCode).toBe(404)
  expect([await kept(db), await readdir(join(app.config.dataDir, 'slides'))]).toEqual([[], []])
  expect((await handIn(bats, pdf())).statusCode).toBe(303)
})

test('a slot removed while its slides were on their way keeps no file', async () => {
  const { app, db, bats, handIn } = await atTheTable()
  await handIn(bats, pdf())
  await db.transact((tx) => tx.delete(slots).where(eq(slots.id, bats.slot.id)), { touches: 'everything' })
  expect((await handIn(bats, pdf('late'))).statusCode).toBe(404)
  expect(await kept(db)).toEqual([])
  expect(await readdir(join(app.config.dataDir, 'slides'))).toHaveLength(1)
})
