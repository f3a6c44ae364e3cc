import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../server/refusal.ts'
import { current, shift } from '../mail/edit.ts'
import { deeds } from './deeds.ts'
import { expectPages } from './pages.ts'
import { at, type Stage, stage } from './stage.ts'
import { expectTruth } from './truth.ts'

const names = Object.keys(deeds).filter((name) => name !== 'call off')
const step = fc.record({ deed: fc.constantFrom(...names), isPosted: fc.boolean() })
const stories = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 25 }),
  ending: fc.constantFrom('goes on', 'goes on', 'goes on', 'call off'),
  order: fc.infiniteStream(fc.nat(1000)),
})

test('whatever happens, calendars end as things are, in whatever order and however often they get their letters', async () => {
  const story = fc.asyncProperty(stories, async ({ steps, ending, order }) => {
    const here = await stage()
    let minutes = 1
    for (const { deed, isPosted } of steps) {
      await happens(here, deed, minutes)
      minutes += isPosted ? 15 : 1
      if (isPosted) await here.posted(at(minutes))
    }
    if ((await current(here)).status === 'postponed') await shift(here, 24, at(minutes))
    if (ending === 'call off') await happens(here, ending, minutes)
    for (const later of [11, 22, 33, 44, 55]) await here.posted(at(minutes + later))
    await expectTruth(here, (files) => shuffled([...files, ...files], order))
    await expectPages(here)
  })
  await fc.assert(story, {
    seed: Number(process.env.STORY ?? 5),
    numRuns: Number(process.env.STORIES ?? 6),
    endOnFailure: true,
  })
}, 120_000)

async function happens(here: Stage, deed: string, minutes: number): Promise<void> {
  await deeds[deed]?.(here, at(minutes)).catch((error) => {
    if (!(error instanceof Refusal)) throw error
  })
}

function shuffled<T>(all: readonly T[], order: Iterator<number>): T[] {
  const keyed = all.map((one) => ({ one, key: order.next().value ?? expect.unreachable() }))
  return keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one)
}
