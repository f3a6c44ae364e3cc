import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { Group } from '../../db/schema.ts'
import { emailAddress, line, optionalLine, paragraph, wholeNumber } from '../fields.ts'
import type { Problem } from '../forms.ts'
import { chosenOf, offeredIn } from '../registrations/chosen.ts'
import { classKeyOf } from './class-key.ts'
import { isRead, longestList, optionalCount, understoodOf } from './people-forms.ts'
import { largestClass } from './spare-places.ts'

const fields = z.object({
  name: line(100),
  email: emailAddress(),
  className: className(),
  group: line(60),
  adults: wholeNumber(1, 20),
  pupils: optionalCount(largestClass),
  names: paragraph(longestList),
  read: isRead(),
  language: optionalLine(10),
})

/** A class as it is registered; the pupils by number, by names, or some of them by name. */
export function classForm(groups: Group[], fallback: Locale) {
  return fields.superRefine(offeredIn(groups)).transform(({ group, language, names, read, ...said }) => ({
    ...said,
    ...chosenOf({ group, language }, fallback),
    understood: understoodOf(names, read),
  }))
}

export type ClassSaid = z.output<ReturnType<typeof classForm>>

/**
 * The class's name goes into its letters, which anybody can cause at any address: no address, no phone number and no
 * message fits into it.
 */
function className() {
  return line(40)
    .refine((text) => classKeyOf(text) !== '', 'problem.required')
    .refine((text) => !/[@/:<>]|www|\p{L}{2,}\.\p{L}{2,}|\d{5,}|\d[\d -]{6,}\d/iu.test(text), 'class.problem-name')
}

export function seatsOf({ pupils, adults, understood }: ClassSaid): number {
  return adults + (pupils ?? understood.names.length)
}

/** What is wrong with the numbers: `most` is what the meeting could ever hold of that group. */
export function classProblem(said: ClassSaid, most: number): Problem | null {
  const { pupils, adults, understood } = said
  const named = understood.names.length
  if (pupils === null && named === 0) return { field: 'pupils', key: 'class.problem-how-many', values: {} }
  if (pupils !== null && named > pupils)
    return { field: 'names', key: 'class.problem-more-names', values: { named, pupils } }
  if (adults + (pupils ?? named) > most)
    return { field: pupils === null ? 'names' : 'pupils', key: 'class.problem-too-many', values: { most } }
  return null
}
