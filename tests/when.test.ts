import { expect, test } from 'vitest'
import { day } from '../views/when.ts'

test.each([
  ['2026-01-05', 'Pirmdien, 2026. gada 5. janvārī'],
  ['2026-03-03', 'Otrdien, 2026. gada 3. martā'],
  ['2026-04-01', 'Trešdien, 2026. gada 1. aprīlī'],
  ['2026-05-07', 'Ceturtdien, 2026. gada 7. maijā'],
  ['2026-06-05', 'Piektdien, 2026. gada 5. jūnijā'],
  ['2026-08-01', 'Sestdien, 2026. gada 1. augustā'],
  ['2026-10-04', 'Svētdien, 2026. gada 4. oktobrī'],
])('Latvian says when something is, in the case for it: %s', (date, said) => {
  expect(day(Temporal.Instant.from(`${date}T10:00:00Z`), 'Europe/Riga', 'lv')).toBe(said)
})

test('the day is that of the place, not of the server', () => {
  const lateEvening = Temporal.Instant.from('2026-12-12T22:30:00Z')
  expect(day(lateEvening, 'Europe/Riga', 'en')).toBe('Sunday, 13 December 2026')
  expect(day(lateEvening, 'Europe/Lisbon', 'en')).toBe('Saturday, 12 December 2026')
})
