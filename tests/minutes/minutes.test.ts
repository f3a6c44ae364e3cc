import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutes, minuteVersions } from '../../db/schema.ts'
import { merge } from '../../server/minutes/merge.ts'
import { versionsOf } from '../../server/minutes/queries.ts'
import { saveMinutes } from '../../server/minutes/save-minutes.ts'
import { crew } from '../crew.ts'
import { dump } from '../dump.ts'
import { atTheTable } from '../slides/table.ts'
import { form, signedInAs } from '../world.ts'

async function atTheDesk() {
  const here = await atTheTable()
  const { app, bats, db, organiser } = here
  const { moderator } = await crew(here)
  const desk = `/organise/gen-y-city/kickoff/minutes/${bats.slot.id}`
  const post = async (deed: string, fields: Record<string, string>, who: { cookie: string } = organiser) => {
    const { headers, payload } = form(fields)
    return await app.inject({
      ...{ method: 'POST', url: `${desk}${deed}`, payload },
      headers: { ...headers, ...who, 'accept-language': 'en' },
    })
  }
  const write = (basedOn: number, text: string, who?: { cookie: string }) =>
    post('', { basedOn: String(basedOn), 'text.en': text }, who)
  const saved = async () => (await versionsOf(db, bats.slot)).map(({ text }) => text.en).toReversed()
  return { ...here, desk, write, saved, deed: post, moderator: await signedInAs(db, moderator) }
}

test('of two who write at once nobody’s text is lost, in whichever order they save', async () => {
  for (const [first, second] of [
    ['Luna', 'Imbir'],
    ['Imbir', 'Luna'],
  ] as const) {
    const { write, saved, moderator } = await atTheDesk()
    const begun = 'What was said\n\n- one\n- two\n- three'
    await write(0, begun, moderator)
    const [one, other] = [begun.replace('one', `one, said ${first}`), begun.replace('three', `three, said ${second}`)]
    expect((await write(1, one)).statusCode).toBe(303)
    const answer = await write(1, other, moderator)
    expect([answer.statusCode, await saved()]).toEqual([409, [begun, one]])
    const texts = [...answer.body.matchAll(/<(?:textarea|pre)[^>]*>\n?([^<]*)</g)].map(([, text]) => text)
    const both = begun.replace('one', `one, said ${first}`).replace('three', `three, said ${second}`)
    for (const text of [one, other, both]) expect(texts).toContain(text)
    expect(answer.body).toMatch(/name="basedOn" value="2"/)
    expect((await write(2, both, moderator)).statusCode).toBe(303)
    expect((await write(2, both, moderator)).statusCode).toBe(303)
    expect(await saved()).toEqual([begun, one, both])
  }
})

test('every text that was saved stays, whatever is written on top of it and from wherever it began', async () => {
  const { db, project, kickoff, bats, blog, owner, now } = await atTheTable()
  let slot = bats.slot.id
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }).map((lines) => lines.join('\n'))
  const edits = fc.array(fc.record({ back: fc.nat(3), text: texts }), { minLength: 2, maxLength: 12 })
  let run = 0
  await fc.assert(
    fc.asyncProperty(edits, async (each) => {
      slot = `slot-${run++}`
      const kept: string[] = []
      for (const { back, text } of each) {
        const basedOn = Math.max(0, kept.length - back)
        const writing = { basedOn, text: { en: text } }
        const clash = await saveMinutes(db, { project, meeting: kickoff }, { id: slot }, writing, owner, now)
        if (clash) expect(clash.theirs.text.en).toBe(kept.at(-1))
        else if (text !== (kept.at(-1) ?? '')) kept.push(text)
      }
      const rows = (await versionsOf(db, { id: slot })).toReversed()
      expect(rows.map(({ text, number }) => [number, text.en])).toEqual(kept.map((text, i) => [i + 1, text]))
    }),
    { numRuns: 40 },
  )
  expect(await versionsOf(db, blog.slot)).toEqual([])
})

test('many who save in the same moment make versions one after the other; whoever is late is told', async () => {
  const { write, saved } = await atTheDesk()
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((text) => write(0, text)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409, 409])
  expect(await saved()).toHaveLength(1)
})

test('a proposal holds every line that either of the two has added', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 })
  fc.assert(
    fc.property(lines, fc.nat(6), fc.nat(6), (base: string[], at, also) => {
      const added = (line: string, where: number) => base.toSpliced(Math.min(where, base.length), 0, line).join('\n')
      const [theirs, ours] = [added('theirs', at), added('ours', also)]
      const { text } = merge({ en: base.join('\n') }, { en: theirs }, { en: ours })
      for (const line of [...base, 'theirs', 'ours']) expect(text.en?.split('\n')).toContain(line)
    }),
  )
  expect(merge({ en: 'a\nb' }, { en: 'a\nB' }, { en: 'a\nß', lv: 'x' })).toEqual({
    text: { en: 'a\nB\nß', lv: 'x' },
    clean: false,
  })
})

test('of three who write on the same line every word is in what is saved in the end', async () => {
  const { write, saved } = await atTheDesk()
  const joined = (body: string) => body.match(/id="merged-en"[^>]*>\n?([^<]*)</)?.[1] ?? ''
  await write(0, 'Who speaks?\nUnclear')
  await write(1, 'Who speaks?\nLuna')
  const second = await write(1, 'Who speaks?\nImbir')
  expect([second.statusCode, joined(second.body)]).toEqual([409, 'Who speaks?\nLuna\nImbir'])
  await write(2, 'Who speaks?\nLuna, loudly')
  const third = await write(2, joined(second.body))
  expect(third.statusCode).toBe(409)
  const all = joined(third.body)
  for (const said of ['Luna, loudly', 'Imbir']) expect(all.split('\n')).toContain(said)
  expect((await write(3, all)).statusCode).toBe(303)
  expect(await saved()).toEqual(['Who speaks?\nUnclear', 'Who speaks?\nLuna', 'Who speaks?\nLuna, loudly', all])
})

test('a line that one deletes while the other rewrites it stays as it was rewritten, whoever saves first', () => {
  const [base, deleted, rewritten] = ['a\nb\nc', 'a\nc', 'a\nb, said Luna\nc']
  for (const [theirs, ours] of [
    [deleted, rewritten],
    [rewritten, deleted],
  ])
    expect(merge({ en: base }, { en: theirs ?? '' }, { en: ours ?? '' })).toEqual({
      text: { en: rewritten },
      clean: false,
    })
  expect(merge({ en: base }, {}, { en: rewritten, lv: 'x' })).toEqual({
    text: { en: rewritten, lv: 'x' },
    clean: false,
  })
})

test('whoever approves what they read long ago undoes no approval that came since', async () => {
  const { db, write, deed, bats } = await atTheDesk()
  await write(0, 'bats sleep')
  await write(1, 'bats wake')
  for (const number of ['1', '2', '2']) expect((await deed('/approve', { number })).statusCode).toBe(303)
  const late = await deed('/approve', { number: '1' })
  expect([late.statusCode, late.body.includes('A newer version has been approved')]).toEqual([409, true])
  expect(await db.select().from(minutes)).toMatchObject([{ slotId: bats.slot.id, approvedVersion: 2 }])
})

test('everybody reads the approved version and not a newer one; moderators write, organisers decide', async () => {
  const { db, bats, desk, see, write, deed, moderator, outsider } = await atTheDesk()
  const places = ['/gen-y-city/kickoff/minutes', `/gen-y-city/kickoff/${bats.slot.slug}`]
  const reads = async () => {
    const bodies = await Promise.all(places.map(async (url) => (await see(url)).body))
    return ['bats sleep', 'bats wake'].filter((words) => bodies.every((body) => body.includes(words)))
  }
  expect((await write(0, '## Night\n\nbats sleep<script>', moderator)).statusCode).toBe(303)
  const before = await dump(db)
  expect((await deed('/publish', {})).statusCode).toBe(409)
  for (const who of [moderator, outsider])
    for (const one of ['/approve', '/publish', '/unpublish'])
      expect((await deed(one, { number: '1' }, who)).statusCode).toBe(404)
  expect((await write(1, 'mine', outsider)).statusCode).toBe(404)
  expect((await deed('/approve', { number: '7' })).statusCode).toBe(404)
  expect(await dump(db)).toEqual(before)
  await deed('/approve', { number: '1' })
  expect(await reads()).toEqual([])
  await deed('/publish', {})
  expect(await reads()).toEqual(['bats sleep'])
  expect((await see(places[0] ?? '')).body).toContain('bats sleep&lt;script&gt;')
  await write(1, 'bats wake', moderator)
  expect(await reads()).toEqual(['bats sleep'])
  await deed('/approve', { number: '2' })
  expect(await reads()).toEqual(['bats wake'])
  await deed('/restore', { number: '1' }, moderator)
  expect([await reads(), (await versionsOf(db, bats.slot)).map(({ basedOn }) => basedOn)]).toEqual([
    ['bats wake'],
    [1, 1, 0],
  ])
  expect((await see(`${desk}/versions`, moderator)).body).toMatch(/Version 3[\s\S]*Version 2[\s\S]*Version 1/)
  expect((await see(desk, moderator)).body).not.toContain('/approve')
  await deed('/unpublish', {})
  expect(await reads()).toEqual([])
  expect(await db.select().from(minutes)).toHaveLength(1)
  expect(await db.select().from(minuteVersions)).toHaveLength(3)
})

test('a text of thousands of equal lines holds up nobody, and is kept with the other', () => {
  const base = 'a\n'.repeat(9_000)
  const begun = performance.now()
  const { text, clean } = merge({ en: base }, { en: `first\n${base}` }, { en: `${base}last` })
  expect(performance.now() - begun).toBeLessThan(2_000)
  expect([clean, text.en?.startsWith('first\n'), text.en?.endsWith('\nlast')]).toEqual([false, true, true])
})
