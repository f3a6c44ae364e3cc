import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesIn, namesMeantIn } from '../../server/parties/pasted-names.ts'
import { longestList } from '../../server/parties/people-forms.ts'

test.each([
  ['one name a line', 'Anna Bērziņa\nJānis Kalns', ['Anna Bērziņa', 'Jānis Kalns']],
  ['blank lines and spaces', '\n  Anna   Bērziņa \n\n\nJānis Kalns\n', ['Anna Bērziņa', 'Jānis Kalns']],
  [
    'numbers',
    '1. Anna Bērziņa\n2) Jānis Kalns\n 3 Līga Ozola\n4.Ēriks Ābols',
    ['Anna Bērziņa', 'Jānis Kalns', 'Līga Ozola', 'Ēriks Ābols'],
  ],
  ['bullets', '• Anna\n- Jānis\n– Līga\n☐ Ēriks\n* Žanis', ['Anna', 'Jānis', 'Līga', 'Ēriks', 'Žanis']],
  ['columns', '1\tBērziņa\tAnna\t8.a\n2\tKalns\tJānis\t8.a', ['Bērziņa Anna', 'Kalns Jānis']],
  ['columns with addresses', 'Anna\tBērziņa\tanna@example.org\t26 123 456', ['Anna Bērziņa']],
  ['a CSV', '1;Bērziņa;Anna;2013-05-01\n2;Kalns;Jānis;2013-06-02', ['Bērziņa Anna', 'Kalns Jānis']],
  [
    'surname first throughout',
    'Bērziņa, Anna\nKalns, Jānis Pēteris\nOzola, Līga',
    ['Anna Bērziņa', 'Jānis Pēteris Kalns', 'Līga Ozola'],
  ],
  [
    'Cyrillic',
    '1. Шевченко Оля\n2. Ковальчук Соломія-Марія\n3. Иванова Алёна',
    ['Шевченко Оля', 'Ковальчук Соломія-Марія', 'Иванова Алёна'],
  ],
  ['quotes and apostrophes', '"Anna Bērziņa",\nДар’я О\'Ніл', ['Anna Bērziņa', "Дар’я О'Ніл"]],
  [
    'numbered, surname first',
    '1.\tBērziņa, Anna\n2.\tKalns, Jānis\n3.\tOzola, Līga',
    ['Anna Bērziņa', 'Jānis Kalns', 'Līga Ozola'],
  ],
  ['initials', 'Anna B.\nJ. Kalns', ['Anna B.', 'J. Kalns']],
  ['rules and sums', '-----\nAnna\n24\n=====', ['Anna']],
  ['numbers of other scripts', '١. سارة أحمد\n1️⃣ נועה כהן\n3. J. Kalns', ['سارة أحمد', 'נועה כהן', 'J. Kalns']],
  ['a Persian name, held apart by a mark', 'علی\u200cرضا', ['علی\u200cرضا']],
  ['pictures around', '🌟 Anna 🌟\n👩‍🎓 Līga 👍🏽', ['Anna', 'Līga']],
  ['birthdays', 'Anna Bērziņa 05.11.2012.\nJānis Kalns (2012)', ['Anna Bērziņa', 'Jānis Kalns']],
  ['lines of other machines', 'Anna\rJānis\r\nLīga\u2028Ēriks', ['Anna', 'Jānis', 'Līga', 'Ēriks']],
  ['marks nobody sees', '\u200bAnna\u202e Bērziņa\ufeff', ['Anna Bērziņa']],
])('%s: understood without a question', (_, pasted, names) => {
  expect(namesIn(pasted)).toEqual({ names, doubts: [] })
})

test.each([
  ['one turned among others', 'Bērziņa, Anna\nJānis Kalns', ['Anna Bērziņa', 'Jānis Kalns'], ['turned']],
  ['several on a line', 'Anna Bērziņa, Jānis Kalns', ['Anna Bērziņa', 'Jānis Kalns'], ['parted']],
  ['first names on a line', 'Anna, Jānis, Līga', ['Anna', 'Jānis', 'Līga'], ['parted']],
  ['a heading', 'Nr.\tUzvārds\tVārds\n1\tBērziņa\tAnna', ['Bērziņa Anna'], ['left-out']],
  ['a class as a heading', '8.a\nAnna', ['Anna'], ['left-out']],
  ['somebody twice, whatever the capitals', 'Anna Bērziņa\nANNA BERZINA', ['Anna Bērziņa'], ['twice']],
  ['a number within', 'Anna 2', ['Anna 2'], ['odd']],
  ['markup', '<b>Anna</b>', ['b>Anna</b>'], ['odd']],
  ['a formula', '=HYPERLINK("http://example.org")', ['HYPERLINK("http://example.org")'], ['odd']],
  ['a whole story', `Anna ${'un '.repeat(60)}`, [], ['left-out']],
])('%s: understood, with a question', (_, pasted, names, doubts) => {
  const understood = namesIn(pasted)
  expect([understood.names, understood.doubts.map(({ doubt }) => doubt)]).toEqual([names, doubts])
})

test.each([
  ['Nr.p.k.\tUzvārds\tVārds\tDzimums\tE-pasts', '1\tBērziņa\tAnna\tS\tanna@example.org', 'Bērziņa Anna'],
  ['Uzvārds\tVārds', '1\tBērziņa\tAnna', 'Bērziņa Anna'],
  ['Vārds Uzvārds\tKlase\tPiezīmes', 'Anna Bērziņa\t8.a\tnāks vēlāk', 'Anna Bērziņa'],
  ['Skolēna vārds;Skolēna uzvārds;Vecāka vārds', 'Anna;Bērziņa;Ilze Kalna', 'Anna Bērziņa'],
  ['Given name,Family name,Date of birth', 'Anna,Bērziņa,2012-03-04', 'Anna Bērziņa'],
  ['№\tФамилия\tИмя\tОтчество\tПол', '1\tИванов\tПётр\tИванович\tм', 'Иванов Пётр Иванович'],
  ['№ з/п\tПІБ\tКлас', '1\tШевченко Оля\t8-А', 'Шевченко Оля'],
  ['| Nr | Vārds |', '| 1 | Anna |', 'Anna'],
])('under the heading %s, only the columns of names are read', (heading, row, name) => {
  expect(namesIn(`${heading}\n${row}`)).toEqual({ names: [name], doubts: [{ doubt: 'left-out', line: heading }] })
})

test('columns that nothing heads are put together, which is said once for all of them', () => {
  const rows = ['Bērziņa\tAnna\tS', 'Kalns\tJānis\tV', 'Ozola\tLīga\tS']
  const [first = ''] = rows
  expect(namesIn(rows.join('\n'))).toEqual({
    names: ['Bērziņa Anna S', 'Kalns Jānis V', 'Ozola Līga S'],
    doubts: [{ doubt: 'joined', line: first }],
  })
  expect(namesIn('Anna Bērziņa\tPupil\nJānis Kalns').doubts).toEqual([{ doubt: 'joined', line: 'Anna Bērziņa\tPupil' }])
})

test('what was understood of any list is read again the same, and two of one name are two once somebody has looked', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '1. Anna',
      'Kalns, Jānis',
      'Оля\tШевченко',
      '8.a',
      'a, b, c',
      '– "x"',
      '12',
      '1.1. Anna',
      "'-Anna",
      'Uzvārds\tVārds',
      'Kalns, A\tB',
      'A 1.2.2012 B',
    ),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { names } = namesIn(lines.join('\n'))
      expect(namesIn(names.join('\n')).names).toEqual(names)
      expect(namesMeantIn(names.join('\n'))).toEqual(names)
    }),
  )
  expect(namesMeantIn('Anna\nAnna')).toEqual(['Anna', 'Anna'])
})

test('a list as long as it may be, and one endless line, keep nobody else waiting', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const three = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
  expect(namesIn(three.slice(-longestList / 4).join('\n')).names).toHaveLength(longestList / 4)
  for (const line of ['1', 'a', '@', 'a@', '+1 ', '"', '(1', 'á']) {
    expect(namesIn(line.repeat(longestList / line.length)).names).toEqual([])
  }
})
