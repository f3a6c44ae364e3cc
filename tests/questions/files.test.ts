import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Meeting } from '../../db/schema.ts'
import { answerFiles, answers, history } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { sandboxed } from '../../server/headers.ts'
import { answerValue } from '../../server/questions/answer-value.ts'
import { sweepAnswers } from '../../server/questions/sweep.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { odp, pdf, photo, pptx, zip } from '../slides/papers.ts'
import { multipart } from '../slides/table.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'
import { ask } from './cast.ts'

const html = Buffer.from('<html><script>alert(1)</script></html>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

async function handingIn(meeting: Partial<Meeting> = {}) {
  const here = await world(meeting)
  const { db, project, kickoff, pupils } = here
  const { registration } = await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
  const { question } = await ask(here, 'file', 'Atļauja?', { required: true })
  const app = await testApp(db)
  const path = `/mine/${token}/questions`
  const headers = { 'content-type': 'multipart/form-data; boundary=cut', 'accept-language': 'en' }
  const send = async (bytes: Buffer, name = 'permission.pdf', id = question.id) =>
    await app.inject({ method: 'POST', url: `${path}/${id}`, headers, payload: multipart(bytes, name) })
  const files = async () => await readdir(join(app.config.dataDir, 'answers'))
  return { ...here, app, registration, question, path, send, files }
}

test('a file answers a question; it is read by its holder, replaced and taken back', async () => {
  const here = await handingIn()
  expect((await here.send(pdf())).statusCode).toBe(303)
  const [row] = await here.db.select().from(answers)
  const [file] = await here.db.select().from(answerFiles)
  expect([row && answerValue(row), file?.name, file?.type]).toEqual([{ file: file?.id }, 'permission.pdf', 'pdf'])
  expect(await here.files()).toEqual([file?.id])
  const read = await here.app.inject({ url: `${here.path}/${here.question.id}` })
  expect(read.rawPayload).toEqual(pdf())
  expect(read.headers).toMatchObject({
    ...{ 'content-security-policy': sandboxed, 'cache-control': 'private, no-store' },
    ...{ 'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''permission.pdf` },
  })
  await here.send(pdf())
  expect(await here.files()).toEqual([file?.id])
  await here.send(pdf('Another'), 'other.pdf')
  const rows = await here.db.select().from(answerFiles)
  expect([rows.map(({ name }) => name), await here.files()]).toEqual([['other.pdf'], [rows[0]?.id]])
  const gone = await here.app.inject({ method: 'POST', url: `${here.path}/${here.question.id}/remove`, ...form({}) })
  expect(gone.statusCode).toBe(303)
  expect([await here.db.select().from(answers), await here.db.select().from(answerFiles)]).toEqual([[], []])
  expect(await here.files()).toEqual([])
})

test('a picture is drawn anew: where it was taken, and what hid behind it, is gone', async () => {
  const here = await handingIn()
  await here.send(Buffer.concat([await photo(), html]), 'IMG_1.JPG')
  const [file] = await here.db.select().from(answerFiles)
  const bytes = await readFile(join(here.app.config.dataDir, 'answers', file?.id ?? ''))
  expect([file?.name, file?.type, file?.bytes]).toEqual(['IMG_1.webp', 'webp', bytes.length])
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect([bytes.includes('Secret Place'), bytes.includes('alert')]).toEqual([false, false])
})

test('what is neither PDF nor picture is refused beside its field, and nothing is kept', {
  timeout: 30_000,
}, async () => {
  const here = await handingIn()
  const png = await photo('png')
  const wide = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const refused: [string, Buffer, RegExp][] = [
    ['a page', html, /cannot take this kind/],
    ['an SVG', svg, /cannot take this kind/],
    ['a ZIP file', await zip({ 'a.txt': 'a' }), /cannot take this kind/],
    ['slides', await pptx(), /cannot take this kind/],
    ['slides of another kind', await odp(), /cannot take this kind/],
    ['a page that begins like a PDF', Buffer.concat([Buffer.from('%PDF-1.7\n'), html]), /not all of it is there/],
    ['a PDF behind a page', Buffer.concat([html, pdf()]), /cannot take this kind/],
    ['half a picture', png.subarray(0, png.length / 2), /could not open this picture/],
    ['a picture of too many pixels', wide, /could not open this picture/],
    ['an empty file', Buffer.alloc(0), /This is needed/],
    ['more than ten megabytes', Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]), /larger than 10 MB/],
  ]
  for (const [what, bytes, reason] of refused) {
    const answer = await here.send(bytes)
    expect([what, answer.statusCode, reason.test(answer.body)]).toEqual([what, 422, true])
    expect(answer.body).toContain(`href="#field-file-${here.question.id}"`)
  }
  expect([await here.db.select().from(answers), await here.files()]).toEqual([[], []])
})

test('no file is taken for what is no question for one, is not asked of them, or before the place is sure', async () => {
  const here = await handingIn({ capacity: 1 })
  const text = await ask(here, 'text', 'Alerģijas?')
  const meal = await ask(here, 'yes-no', 'Ēdīsi?')
  const paper = await ask(here, 'file', 'Izziņa?', { onlyIf: { questionId: meal.question.id, answers: ['yes'] } })
  for (const id of [text.question.id, paper.question.id, 'made-up', '..%2F..%2Fkopa.db'])
    expect([id, (await here.send(pdf(), 'a.pdf', id)).statusCode]).toEqual([id, 404])
  const waits = { ...noor, email: 'sami@example.org', groupId: here.pupils.id }
  const { registration } = await register(here.db, here.project, here.kickoff, waits, now)
  const [token] = await here.db.transact((tx) => newManageLinks(tx, [registration], here.kickoff, now), {
    touches: 'nothing',
  })
  const url = `/mine/${token}/questions/${here.question.id}`
  const headers = { 'content-type': 'multipart/form-data; boundary=cut' }
  const early = await here.app.inject({ method: 'POST', url, headers, payload: multipart(pdf(), 'a.pdf') })
  expect(early.statusCode).toBe(404)
  expect(await here.db.select().from(answerFiles)).toEqual([])
})

test('organisers open a file only if they may read the answer, and the owners see in the history that they did', async () => {
  const here = await handingIn()
  await here.send(pdf())
  const few = await ask(here, 'file', 'Tikai dažiem?', { visibleTo: [] })
  await here.send(pdf('secret'), 'secret.pdf', few.question.id)
  const rows = await here.db.select().from(answerFiles)
  const url = (questionId: string) =>
    `/organise/gen-y-city/kickoff/answers/${rows.find((row) => row.questionId === questionId)?.id}`
  const asks = async (who: { id: string }, questionId: string) =>
    (await here.app.inject({ url: url(questionId), headers: await signedInAs(here.db, who) })).statusCode
  expect(await asks(here.outsider, here.question.id)).toBe(404)
  expect(await asks(here.organiser, few.question.id)).toBe(404)
  const opened = async () => (await here.db.select().from(history)).filter(({ deed }) => deed === 'answer-file.opened')
  expect(await opened()).toEqual([])
  expect(await asks(here.organiser, here.question.id)).toBe(200)
  expect(await asks(here.owner, few.question.id)).toBe(200)
  expect((await opened()).map(({ organiserId, facts }) => [organiserId, facts.title])).toEqual(
    expect.arrayContaining([
      [here.organiser.id, '{"lv":"Atļauja?"}'],
      [here.owner.id, '{"lv":"Tikai dažiem?"}'],
    ]),
  )
  const page = await here.app.inject({
    ...{ url: '/organise/gen-y-city/kickoff/answers', headers: await signedInAs(here.db, here.organiser) },
  })
  expect([page.body.includes('permission.pdf'), page.body.includes('secret.pdf')]).toEqual([true, false])
})

test('files that answer nothing are swept away, once they can no longer be on their way', async () => {
  const here = await handingIn()
  await here.send(pdf())
  const folder = join(here.app.config.dataDir, 'answers')
  const [kept = ''] = await readdir(folder)
  await mkdir(folder, { recursive: true })
  for (const name of ['orphan', 'torn.new', 'fresh.new']) await writeFile(join(folder, name), 'x')
  const old = now.subtract({ hours: 3 }).epochMilliseconds / 1000
  for (const name of [kept, 'orphan', 'torn.new']) await utimes(join(folder, name), old, old)
  const recent = now.epochMilliseconds / 1000
  await utimes(join(folder, 'fresh.new'), recent, recent)
  await sweepAnswers(here.db, filesInFolder(here.app.config.dataDir), now)
  expect((await readdir(folder)).sort()).toEqual([kept, 'fresh.new'].sort())
})
