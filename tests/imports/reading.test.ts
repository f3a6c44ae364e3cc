import { expect, test } from 'vitest'
import { columnsHeaded } from '../../server/imports/columns.ts'
import { decode } from '../../server/imports/decode.ts'
import { readTable } from '../../server/imports/table.ts'

test.each([
  ['UTF-8', Buffer.from('Vārds;Žanete'), 'utf-8', 'Vārds;Žanete'],
  ['UTF-8 with a mark', Buffer.from('\ufeffVārds'), 'utf-8', 'Vārds'],
  ['what Excel calls Unicode', Buffer.from('\ufeffVārds\tŽanete', 'utf16le'), 'utf-16le', 'Vārds\tŽanete'],
  [
    'Baltic Windows',
    Buffer.from([0x56, 0xe2, 0x72, 0x64, 0x73, 0x3b, 0xde, 0x61, 0x6e, 0x65]),
    'windows-1257',
    'Vārds;Žane',
  ],
  ['Cyrillic Windows', Buffer.from([0xc8, 0xec, 0xff, 0x3b, 0xc0, 0xed, 0xed, 0xe0]), 'windows-1251', 'Имя;Анна'],
])('a list in %s is read as it was written', (_, bytes, encoding, text) => {
  expect(decode(bytes)).toEqual({ encoding, text })
})

test('a picture or a workbook is no list', () => {
  expect(decode(Buffer.from('PK\u0003\u0004\u0000\u0000'))).toBe(null)
})

test.each([';', ',', '\t'])('cells are told apart by “%s”, quoted ones kept whole, empty lines passed over', (sign) => {
  const rows = [['Vārds', 'E-pasts'], [], ['"Kalna, Līga; māsa\tAnna"', 'liga@example.org']]
  const text = rows.map((cells) => cells.join(sign)).join('\r\n')
  const { lines } = readTable(text)
  expect(lines?.map(({ cells }) => cells)).toEqual([
    ['Vārds', 'E-pasts'],
    ['Kalna, Līga; māsa\tAnna', 'liga@example.org'],
  ])
  expect(lines?.map(({ number }) => number)).toEqual([1, 3])
})

test('a quote that never ends is said to be one', () => {
  expect(readTable('a;b\n"x;y\nz;z')).toMatchObject({ lines: null })
})

test.each([
  [['Name', 'E-mail', 'Group', 'Language']],
  [['Vārds, uzvārds', 'E-pasts', 'Grupa', 'Valoda']],
  [['Имя', 'Эл. почта', 'Группа', 'Язык']],
  [['ІМ’Я', 'Електронна пошта:', 'Група', 'Мова']],
])('columns are known by what heads them: %s', (heads) => {
  expect(columnsHeaded(heads)).toEqual({ name: 0, surname: null, email: 1, group: 2, language: 3 })
  expect(columnsHeaded(heads.toReversed())).toEqual({ name: 3, surname: null, email: 2, group: 1, language: 0 })
})
