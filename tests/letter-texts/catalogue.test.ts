import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { locales } from '../../db/languages.ts'
import { branchesOf, messageOf } from '../../server/letter-texts/branched.ts'
import { isSubject, objectionTo, rulesOf } from '../../server/letter-texts/rules.ts'
import { voiceWith } from '../../server/letter-texts/voice.ts'
import { writers } from '../../server/letters.ts'
import { letterKinds } from '../../views/letters/catalogue.ts'
import { framed } from '../../views/letters/frame.ts'
import { textsIn } from '../../views/letters/texts-in.ts'
import en from '../../views/locales/en.json' with { type: 'json' }
import { isMessageKey, type MessageKey, type Say, say, usualMessage } from '../../views/say.ts'
import { unfinished } from '../unfinished.ts'
import { now, world } from '../world.ts'

async function kinds() {
  const { project } = await world()
  return letterKinds({ project, publicUrl: 'https://kopa.example.org', now })
}

test('the catalogue has every letter that the product writes, with what sets it off, and no other', async () => {
  const all = await kinds()
  expect(all.map(({ kind }) => kind).sort()).toEqual(Object.keys(writers).sort())
  for (const { kind } of all) {
    expect([kind, isMessageKey(`letter-texts.when.${kind}`), isMessageKey(`mail.kind.${kind}`)]).toEqual([
      kind,
      true,
      true,
    ])
  }
})

test('every letter, in each of its cases and in four languages, is complete and says the same in both its parts', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'off' } })
  for (const { kind, cases } of await kinds()) {
    const leads = new Set<string>()
    for (const { name, content } of cases) {
      for (const locale of locales) {
        const letter = framed(say(locale), content(say(locale)))
        leads.add(letter.lead)
        const all = [letter.subject, letter.text, letter.html].join('\n').replace(/<style[\s\S]*|style="[^"]*"/g, '')
        expect([kind, name, locale, unfinished.exec(all)?.[0]]).toEqual([kind, name, locale, undefined])
        for (const line of letter.lead.split('\n')) expect(letter.text).toContain(line)
        expect(letter.subject.trim()).not.toBe('')
        expect(letter.html).toContain(`<html lang="${locale}">`)
        if (locale !== 'uk' || name !== cases[0]?.name) continue
        const { results } = await validator.validateString(letter.html)
        expect([kind, name, results.flatMap(({ messages }) => messages.map(({ message }) => message))]).toEqual([
          kind,
          name,
          [],
        ])
      }
    }
    expect([kind, leads.size >= locales.length]).toEqual([kind, true])
  }
})

/** What letters say beside the words that can be put otherwise: facts, buttons, links, small print. */
test('the examples together say everything that letters can say', async () => {
  const heard = new Set<string>()
  const listening: Say = Object.assign(
    (key: MessageKey, values?: Record<string, string | number>) => {
      heard.add(key)
      return say('en')(key, values)
    },
    { locale: 'en' as const },
  )
  for (const { cases } of await kinds()) for (const { content } of cases) framed(listening, content(listening))
  const words = Object.keys(en).filter((key) => /^letter\..*(subject|lead|body|cannot|next|page$)/.test(key))
  expect(words.filter((key) => !heard.has(key) && !besides.includes(key))).toEqual([])
})

/** Labels of links that only some letters carry. */
const besides = ['letter.agenda.page-of']

test('every text that can be put otherwise is told by what it is, and stands as it is without being changed', async () => {
  for (const kind of await kinds()) {
    for (const { key, part } of textsIn(kind, say('en'))) {
      expect([key, isSubject(key)]).toEqual([key, part === 'subject'])
      for (const locale of locales) {
        const usual = branchesOf(usualMessage(locale, key))
        const rules = rulesOf(key, usual)
        for (const text of Object.values(usual.texts))
          expect([key, locale, objectionTo(text, rules)]).toEqual([key, locale, null])
        const values = Object.fromEntries(
          rules.allowed.map((name) => [name, name === usual.by || name === 'age' ? 5 : name]),
        )
        for (const branch of Object.keys(usual.texts)) {
          const filled = { ...values, ...(usual.kind === 'select' && usual.by ? { [usual.by]: branch } : {}) }
          const own = voiceWith(locale, new Map([[key, messageOf(usual)]]))
          expect([key, own(key, filled)]).toEqual([key, say(locale)(key, filled)])
        }
      }
    }
  }
})

test.each([
  "It's #1, '{title}' and ''quotes''",
  '<b>{title}</b> & </select>',
  '🎪 {title} – „ļoti“ #',
  "{title}'s '#' end'",
])('%s comes out as it was typed', (typed) => {
  const key = 'letter.reminder.subject'
  const text = messageOf({ by: null, kind: null, texts: { '': typed } })
  expect(voiceWith('en', new Map([[key, text]]))(key, { title: 'Kick-off' })).toBe(
    typed.replaceAll('{title}', 'Kick-off'),
  )
  const many = messageOf({ by: 'seats', kind: 'plural', texts: { one: typed, other: typed } }).replaceAll(
    '{title}',
    '{seats}',
  )
  const lead = 'letter.confirmation.lead-party'
  expect(voiceWith('en', new Map([[lead, many]]))(lead, { seats: 7 })).toBe(typed.replaceAll('{title}', '7'))
})
