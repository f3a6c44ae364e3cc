import { test } from 'vitest'
import { lookAtEach } from './look.ts'

test('what organisers see holds from 320 pixels up, by day and by night, for every eye', {
  timeout: 240_000,
}, async () => {
  await lookAtEach('organiserPages')
})
