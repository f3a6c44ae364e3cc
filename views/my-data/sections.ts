import type { Everything } from '../../server/my-data/queries.ts'
import type { Say } from '../say.ts'
import { aboutYou } from './about-you.ts'
import { happened } from './happened.ts'
import { saidByYou } from './said-by-you.ts'
import type { Section } from './section.ts'

/** All that is held, in the order people look for it; what there is none of is left out. */
export function sections(say: Say, all: Everything): Section[] {
  const every = [...aboutYou(say, all), ...saidByYou(say, all), ...happened(say, all)]
  return every.filter(({ entries }) => entries.length > 0)
}
