import { expect, test } from 'vitest'
import type { Meeting } from '../../db/schema.ts'
import { heard } from './heard.ts'
import { type Stage, stage } from './stage.ts'
import { expectTruth } from './truth.ts'

export type Change = {
  /** How the meeting is from the start. */
  meeting?: Partial<Meeting>
  /** What happened, and was heard of, before. */
  after?: (here: Stage) => Promise<unknown>
  deed: (here: Stage) => Promise<unknown>
  /** Calendars are left behind on purpose. */
  isTold?: boolean
}

/**
 * One change, and the letters it brings, each once: `who who: kind METHOD entry sequence …`, several letters to somebody
 * joined by `+`. Whoever is not named hears nothing.
 */
export function change(what: string, { meeting, after, deed, isTold = true }: Change, letters: string): void {
  test(what, async () => {
    const here = await stage(meeting)
    if (after) await heard(here, after)
    expect((await heard(here, deed)).sort()).toEqual(rows(letters).sort())
    if (isTold) await expectTruth(here)
  })
}

function rows(table: string): string[] {
  return table
    .split('\n')
    .map((row) => row.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean)
}
