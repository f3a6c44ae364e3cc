import { z } from 'zod'
import { complain } from '../complain.ts'
import { line, optionalLine, paragraph, wholeNumber } from '../fields.ts'
import { namesIn, namesMeantIn, type Understood } from './pasted-names.ts'
import { largestClass } from './spare-places.ts'

/** Says of a list that somebody has looked at it after we read it. */
export const isRead = () => z.string().optional()

export const longestList = 20_000

/** Whoever is in a list twice after somebody has looked at it is meant, and so is a name that looks like none. */
export function understoodOf(names: string, read: string | undefined): Understood {
  const understood = namesIn(names)
  if (read !== 'yes') return understood
  const doubts = understood.doubts.filter(({ doubt }) => doubt !== 'twice' && doubt !== 'odd')
  return { names: namesMeantIn(names), doubts }
}

export function optionalCount(most: number) {
  return optionalLine(10)
    .refine((text) => /^\d*$/.test(text), 'problem.number')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((count) => count === null || count > 0, 'problem.number')
    .refine((count) => count === null || count <= most, 'class.problem-many')
}

export const namesForm = z
  .object({ names: paragraph(longestList), read: isRead() })
  .transform(({ names, read }) => understoodOf(names, read))
  .superRefine(({ names, doubts }, context) => {
    if (names.length + doubts.length === 0) complain(context, ['names'], 'party.problem-no-names')
  })

export const additionForm = z
  .object({ newNames: paragraph(longestList), more: optionalCount(largestClass), from: seats(), read: isRead() })
  .transform(({ newNames, read, ...numbers }) => ({ ...numbers, understood: understoodOf(newNames, read) }))
  .superRefine(({ more, understood: { names, doubts } }, context) => {
    if (more === null && names.length + doubts.length === 0) complain(context, ['newNames'], 'party.problem-no-names')
  })

export const nameForm = z.object({ name: line(100), was: optionalLine(100) })

export const fewerForm = z.object({ fewer: wholeNumber(1, largestClass), from: seats() })

export const adultsForm = z.object({ adults: wholeNumber(1, 20) })

/** What the page showed; anything but a number is none. */
function seats() {
  return z
    .string()
    .optional()
    .transform((text) => Number(text) || 0)
}
