import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import { complain } from '../complain.ts'
import { once, optionalLine } from '../fields.ts'
import type { Typed } from '../forms.ts'
import { handAgeForm } from '../guardianships/age-form.ts'
import type { Asked } from '../registrations/asked.ts'
import type { Person } from '../registrations/person.ts'

/** What stands on the sheet: who signed, by whom that was about, and who wrote themselves down below. */
export type Signed = { came: ReadonlySet<string>; people: Person[] }

const written = z.object({ once: once(), name: optionalLine(100), group: optionalLine(60) })

/** `numbers`: those of the blank lines. */
export function paperForm(
  { groups, age }: Pick<Asked, 'groups' | 'age'>,
  numbers: readonly number[],
  fallback: Locale,
): z.ZodType<Signed> {
  const ids = groups.map(({ id }) => id)
  const line: z.ZodType<Person> = age ? lineForm(ids, fallback).and(handAgeForm(age)) : lineForm(ids, fallback)
  const lines = z.object(Object.fromEntries(numbers.map((number) => [number, line.prefault({})])))
  return z
    .object({ came: z.record(z.string(), z.string()).prefault({}), lines: lines.prefault({}) })
    .transform(({ came, lines }) => ({
      came: new Set(Object.entries(came).flatMap(([id, ticked]) => (ticked ? [id] : []))),
      people: Object.values(lines).filter(({ name }) => name !== ''),
    }))
}

/** Each line is marked, so that sending it twice writes one person down. */
export function blankPaper(numbers: readonly number[], mark: () => string): Typed {
  return Object.fromEntries(numbers.map((number) => [`lines.${number}.once`, mark()]))
}

function lineForm(groups: readonly string[], locale: Locale) {
  return written.transform(({ name, group, once }, context): Person => {
    if (name === '' && group !== '') complain(context, ['name'], 'problem.required')
    if (name !== '' && !groups.includes(group)) complain(context, ['group'], 'problem.choice')
    return { name, email: null, groupId: group, locale, once }
  })
}
