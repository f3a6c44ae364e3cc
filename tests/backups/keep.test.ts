import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameAt, outlived, timeOf } from '../../server/backups/keep.ts'
import { now } from '../world.ts'

const ago = (hours: number) => now.subtract({ minutes: Math.round(hours * 60) })

test('of the last day all are kept, of the week one a day, of the month one a week, and nothing longer', () => {
  const names = Array.from({ length: 40 * 4 }, (_, i) => nameAt(ago(i * 6), ''))
  const kept = names.filter((name) => !outlived(names, 30, now).includes(name))
  const hours = kept.map((name) => (timeOf(name) ?? now).until(now).total('hours'))
  expect(hours.filter((age) => age <= 24)).toEqual([0, 6, 12, 18, 24])
  expect(hours.filter((age) => age > 24 && age <= 168)).toHaveLength(7)
  expect(hours.filter((age) => age > 168)).toHaveLength(4)
  expect(Math.max(...hours)).toBeLessThanOrEqual(30 * 24)
})

test('whatever the rhythm, and thinned out each time, there is always one of each of the last days and weeks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 8, max: 30 }), (everyHours, keepDays) => {
      let names: string[] = []
      for (let hour = 60 * 24; hour >= 0; hour -= everyHours) {
        names = [...names, nameAt(ago(hour), '.age')]
        const gone = outlived(names, keepDays, ago(hour))
        names = names.filter((name) => !gone.includes(name))
      }
      const ages = names.map((name) => (timeOf(name) ?? now).until(now).total('hours') / 24)
      const between = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length
      expect(Math.max(...ages)).toBeLessThanOrEqual(keepDays + everyHours / 24)
      for (let day = 1; day < 6; day++) expect(between(day - 1, day + 1)).toBeGreaterThan(0)
      for (let week = 1; (week + 1) * 7 < keepDays; week++)
        expect(between(week * 7 - 7, week * 7 + 7)).toBeGreaterThan(0)
      expect(names.length).toBeLessThanOrEqual(24 / everyHours + 1 + 8 + 6)
    }),
    { numRuns: 15 },
  )
})

test('the newest stays, however old, and what somebody else put there is left alone', () => {
  const [old, older] = [nameAt(ago(50 * 24), ''), nameAt(ago(51 * 24), '.age')]
  const foreign = ['notes.txt', `${old}.unfinished`, 'kopa-monday.tar']
  expect(outlived([older, ...foreign, old], 30, now)).toEqual([older])
})
