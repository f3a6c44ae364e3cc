import { test } from 'vitest'
import { lookAtEach } from './look.ts'

test('what the public sees holds from 320 pixels up, by day and by night, for every eye', {
  timeout: 240_000,
}, async () => {
  await lookAtEach('publicPages')
})
