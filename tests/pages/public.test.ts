import { test } from 'vitest'
import { onShow } from './look.ts'

const { paths, look } = await onShow('publicPages')

test.concurrent.each(paths)(
  'what the public sees at %s holds from 320 pixels up, by day and by night, for every eye',
  look,
)
