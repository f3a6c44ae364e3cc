import { test } from 'vitest'
import { onShow } from './look.ts'

const { paths, look } = await onShow('organiserPages')

test.concurrent.each(paths)(
  'what organisers see at %s holds from 320 pixels up, by day and by night, for every eye',
  look,
)
