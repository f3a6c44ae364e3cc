import type { z } from 'zod'
import { isLocale, type Locale } from '../../db/languages.ts'
import type { Group } from '../../db/schema.ts'
import { complainAndStop } from '../complain.ts'

/** Refuses a group that is none of those one can come as. */
export function offeredIn(groups: Group[]) {
  return ({ group }: { group: string }, context: z.RefinementCtx) => {
    if (!groups.some(({ id }) => id === group)) complainAndStop(context, ['group'], 'problem.choice')
  }
}

/** As whom somebody comes and in which language they are written to (`fallback`: that of the page). */
export function chosenOf({ group, language }: { group: string; language: string }, fallback: Locale) {
  return { groupId: group, locale: isLocale(language) ? language : fallback }
}
