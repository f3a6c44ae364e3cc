import { expect, test } from 'vitest'
import { ageBandOf, isBirthYear, possibleBands } from '../../server/guardianships/age-band.ts'
import { ageAsked, furtherOf } from '../../server/guardianships/further.ts'
import { world } from '../world.ts'

const limits = { childAge: 13, adultAge: 18 }
const day = (date: string) => Temporal.PlainDate.from(date)
const today = day('2026-11-23')

test('the year alone tells, unless a limit falls inside it', () => {
  const bands = [2020, 2014, 2013, 2012, 2009, 2008, 2007].map((year) => possibleBands(year, today, limits))
  expect(bands).toEqual([['child'], ['child'], ['child', 'young'], ['young'], ['young'], ['young', 'adult'], ['adult']])
})

test('where it does, the birthday decides, and unsaid nothing is known', () => {
  const of = (year: number, had: boolean | null) => ageBandOf(year, had, today, limits)
  expect([of(2013, false), of(2013, true), of(2013, null)]).toEqual(['child', 'young', null])
  expect([of(2008, false), of(2008, true), of(2008, null)]).toEqual(['young', 'adult', null])
  expect([of(2012, null), of(2012, true), of(2012, false)]).toEqual(['young', 'young', 'young'])
})

test('on the last day of a year everybody has had their birthday, and on the first the question begins', () => {
  expect(possibleBands(2013, day('2026-12-31'), limits)).toEqual(['young'])
  expect(possibleBands(2013, day('2027-01-01'), limits)).toEqual(['young'])
  expect(possibleBands(2014, day('2027-01-01'), limits)).toEqual(['child', 'young'])
})

test('29 February is a day like others: whoever was born on it says themselves whether they have had it', () => {
  const leap = day('2028-02-29')
  expect(possibleBands(2015, leap, limits)).toEqual(['child', 'young'])
  expect(ageBandOf(2015, true, leap, limits)).toBe('young')
  expect(possibleBands(2015, day('2028-12-31'), limits)).toEqual(['young'])
})

test('both limits can be one, or in neighbouring years', () => {
  expect(possibleBands(2010, today, { childAge: 16, adultAge: 16 })).toEqual(['child', 'adult'])
  expect(possibleBands(2010, today, { childAge: 16, adultAge: 17 })).toEqual(['child', 'young'])
})

test('years in which nobody was born who could come are slips of the finger', () => {
  const years = [2026, 2022, 2021, 1916, 1915, 0, -1, 20.5, Number.NaN]
  expect(years.map((year) => isBirthYear(year, today))).toEqual([
    ...[false, false, true, true, false, false, false, false, false],
  ])
})

test('which year it is, the place of the meeting says', async () => {
  const { project, kickoff, pupils } = await world({ asksAge: true })
  const newYear = Temporal.Instant.from('2026-12-31T22:30:00Z')
  const in_ = (zone: string) => ageAsked(project, { ...kickoff, zone }, [pupils], newYear)
  const [riga, lisbon] = [in_('Europe/Riga'), in_('Europe/Lisbon')]
  expect([riga?.today.toString(), lisbon?.today.toString()]).toEqual(['2027-01-01', '2026-12-31'])
  const typed = { birthYear: '2014', group: pupils.id }
  expect([riga, lisbon].map((asked) => asked && furtherOf(asked, typed).key)).toEqual(['child-young', 'child'])
})
