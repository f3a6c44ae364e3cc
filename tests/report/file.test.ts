import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { projects } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { setIndicators } from '../../server/numbers/set-indicators.ts'
import { addLogo } from '../../server/projects/logos.ts'
import { write } from '../numbers/cast.ts'
import { photo as png } from '../slides/papers.ts'
import { afterwards, quote, report } from './cast.ts'
import { opened } from './opened.ts'

const file = '/organise/gen-y-city/report.docx?in=en'
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test('the file that is downloaded opens elsewhere with all its texts, tables and pictures', async () => {
  const { app, db, project, owner, after, see, send, photo } = await afterwards()
  await write(db, (tx) =>
    tx
      .update(projects)
      .set({ disclaimer: { en: 'Only the authors speak here.' } })
      .where(eq(projects.id, project.id)),
  )
  await addLogo(
    db,
    filesInFolder(app.config.dataDir),
    project,
    await png('png'),
    { en: 'Emblem of the programme' },
    owner,
    after,
  )
  const promised = { name: { en: 'Stories told' }, counts: 'by-hand' as const, planned: 10, reached: 13 }
  await setIndicators(db, project, [promised], owner, after)
  const hall = await photo('An empty hall')
  const markdown =
    '**Ten** minutes each:\n\n- for the *story*\n- for questions\n\n[read on](https://example.org/on) <script>'
  await send(report, {
    ...{ version: '0', 'sections.worked.en': markdown, [`photo.${hall.id}`]: 'yes' },
    ...quote('I left with a <microphone>', 'a pupil'),
  })
  const answer = await see(file)
  expect(answer.headers).toMatchObject({ 'content-type': type, 'cache-control': 'private, no-store' })
  expect(answer.headers['content-disposition']).toBe('attachment; filename="gen-y-city-report-en.docx"')
  const { html, alts, messages } = await opened(answer.rawPayload)
  expect(messages).toEqual([])
  expect(alts).toEqual(['Emblem of the programme', 'An empty hall'])
  expect(html).toContain('<strong>Ten</strong> minutes each:')
  expect(html).toMatch(/<li>for the <em>story<\/em><\/li><li>for questions<\/li>/)
  expect(html).toContain('<a href="https://example.org/on">read on</a> &lt;script&gt;')
  expect(html).toMatch(/<h1 class="title">Gen-Y City<\/h1>/)
  expect(html).toMatch(/<h1>What worked<\/h1>/)
  expect(html).toMatch(
    /<tr><td><p><strong>Stories told<\/strong><\/p><\/td><td><p>10<\/p><\/td><td><p>13<\/p><\/td><\/tr>/,
  )
  for (const text of [
    'I left with a &lt;microphone&gt;',
    '– a pupil',
    'Only the authors speak here.',
    'Programme: 1. Kick-off',
    '<td><p>Pilsēta un sikspārņi</p></td>',
  ])
    expect(html).toContain(text)
})

test('who said no to the funder is in no picture of the report, chosen or not', async () => {
  const { ruta, dzintra, see, send, photo } = await afterwards()
  const willing = await photo('Rūta speaks', [ruta])
  const refused = await photo('Dzintra laughs', [dzintra])
  const both = await photo('Rūta and Dzintra', [ruta, dzintra])
  const all = Object.fromEntries([willing, refused, both].map(({ id }) => [`photo.${id}`, 'yes']))
  await send(report, { version: '0', ...all, ...quote('', '', 0, '') })
  const { alts, html, pictures } = await opened((await see(file)).rawPayload)
  expect([alts, pictures]).toEqual([['Rūta speaks'], 1])
  expect(html).not.toContain('Dzintra')
  for (const page of [report, `${report}/read?in=en`]) {
    const { body } = await see(page)
    expect(body).toContain(willing.id)
    for (const { id } of [refused, both]) expect(body).not.toContain(id)
    expect(body).not.toContain('Dzintra')
  }
})

test('a photo that may no longer be shown leaves a report that is finished', async () => {
  const { ruta, see, send, photo } = await afterwards()
  const willing = await photo('Rūta speaks', [ruta])
  await send(report, { version: '0', [`photo.${willing.id}`]: 'yes', ...quote('', '', 0, '') })
  await send(`${report}/finish`)
  expect((await opened((await see(file)).rawPayload)).pictures).toBe(1)
  await send(`/organise/gen-y-city/kickoff/registrations/${ruta.id}/no-photos`)
  expect((await opened((await see(file)).rawPayload)).pictures).toBe(0)
  expect((await see(`${report}/read?in=en`)).body).not.toContain(willing.id)
})
