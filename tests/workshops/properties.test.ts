import fc from 'fast-check'
import { test } from 'vitest'
import { type Deed, deeds, everybodyComes, perform } from './deeds.ts'
import { fair } from './fair.ts'
import { expectAllHolds, type Seen, watched } from './watched.ts'

const patience = 180_000

test('whatever people and organisers do, no workshop is over-full, nobody is overtaken, and each hears once of what others did', {
  timeout: patience,
}, async () => {
  const property = fc.asyncProperty(deeds(60), async (all) => {
    const here = await lively()
    for (const deed of all) {
      const seen: Seen[] = []
      await perform(here, watched(here, deed, seen), deed)
      for (const one of seen) expectAllHolds(one)
    }
  })
  await fc.assert(property, { numRuns: 10, endOnFailure: true })
})

test('and the same when they do it all at once', { timeout: patience }, async () => {
  const property = fc.asyncProperty(fc.array(deeds(14), { minLength: 2, maxLength: 5 }), async (rounds) => {
    const here = await lively()
    const seen: Seen[] = []
    for (const round of rounds)
      await Promise.all(round.map((deed: Deed) => perform(here, watched(here, deed, seen), deed)))
    for (const one of seen) expectAllHolds(one)
  })
  await fc.assert(property, { numRuns: 6, endOnFailure: true })
})

async function lively() {
  const here = await fair({ bats: 2, logo: 3, radio: 2 }, { capacity: 60 })
  await everybodyComes(here)
  return here
}
