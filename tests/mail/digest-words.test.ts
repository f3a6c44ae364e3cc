import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { type Locale, locales } from '../../db/languages.ts'
import { writers } from '../../server/letters.ts'
import { unfinished } from '../unfinished.ts'
import { now } from '../world.ts'
import { agendaEvening } from './agenda-evening.ts'
import { config } from './config.ts'

const later = now.add({ minutes: 30 })

/** To a guest, to two speakers of a changed slot, to one whose slot is new, and to one whose slot is gone. */
async function written(locale: Locale) {
  const here = await agendaEvening()
  const [luna, bats] = [await here.add('Luna'), await here.add('Bats')]
  await here.add('Tea', { type: 'break', roomId: null })
  await here.registered({ name: 'Noor', email: 'noor@example.org', locale })
  await here.speaker('Luna', luna, { email: 'school@example.com', locale })
  await here.speaker('Imbir', luna, { email: 'school@example.com', locale })
  await here.speaker('Bats', bats, { locale })
  await here.release()
  await here.posted(now.add({ minutes: 10 }))
  await here.change(luna, { minutes: 20, title: { lv: 'Mēness <b>', en: 'Moon <b>' }, roomId: null })
  await here.change(bats, { dayId: null })
  await here.speaker('Heyday', await here.add('Heyday'), { locale })
  await here.release(later)
  const waiting = (await here.outbox()).filter(({ sentAt }) => sentAt === null)
  return await Promise.all(
    waiting.map(async (letter) => (await writers['agenda-changed']?.(here.db, letter, { config, now: later })) ?? null),
  )
}

test.each(locales)('every letter about a changed agenda is complete, and says the same twice: %s', async (locale) => {
  const letters = await written(locale)
  expect(letters).toHaveLength(4)
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'off' } })
  for (const letter of letters) {
    if (!letter) expect.unreachable()
    for (const words of [letter.subject, letter.text, visible(letter.html)])
      for (const wrong of [unfinished, /\.\.|, ,/]) expect(words).not.toMatch(wrong)
    expect(letter.html).toContain(`<html lang="${locale}">`)
    expect(letter.html).not.toContain('<b>')
    expect(wordsOf(visible(letter.html))).toEqual(
      expect.arrayContaining(wordsOf(letter.text.replace(/https:\S+/g, ''))),
    )
    expect(linksIn(letter.html)).toEqual(linksIn(letter.text))
    const { results } = await validator.validateString(letter.html)
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  }
})

test('each kind of reader gets a subject and a first line of their own, in each language', async () => {
  const all = (await Promise.all(locales.map(written))).flat()
  expect(new Set(all.map((one) => one?.subject)).size).toBe(16)
  expect(new Set(all.map((one) => one?.text.split('\n')[0])).size).toBe(16)
})

function visible(html: string): string {
  const body = html.replace(/^[\s\S]*<body/, '<body').replace(/<[^>]+>/g, ' ')
  return body.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean)
}

function linksIn(text: string): string[] {
  return [...new Set(text.match(/https:[^\s"<]+/g))].sort()
}
