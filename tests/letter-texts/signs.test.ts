import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { branchesOf, messageOf } from '../../server/letter-texts/branched.ts'

const signs = [
  "#'#",
  "'#'#'",
  "it's #1 of {count}",
  "''",
  "'{count}'",
  "#'",
  "'#",
  "''#'",
  '# {count} #',
  '<b>{count}</b>',
]

test.each(signs)('%s means what it looks like, in the letter and in the form', (text) => {
  for (const kind of ['plural', null] as const) {
    const texts: Record<string, string> = kind ? { one: text, other: text } : { '': text }
    const message = messageOf({ by: kind && 'count', kind, texts })
    expect(branchesOf(message).texts).toEqual(texts)
    const format = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true })
    expect(format.format({ count: 2 })).toBe(text.replace('{count}', '2'))
  }
})
