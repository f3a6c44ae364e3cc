import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { Group } from '../../db/schema.ts'
import { emailAddress, line, once, optionalLine } from '../fields.ts'
import { ageForm, handAgeForm } from '../guardianships/age-form.ts'
import { friendsForm } from '../parties/friends-form.ts'
import { answersForm } from '../questions/answer-form.ts'
import type { Asked } from './asked.ts'
import { chosenOf, offeredIn } from './chosen.ts'
import { emergencyForm } from './emergency-form.ts'
import type { Person } from './person.ts'

const group = line(60)
const language = optionalLine(10)

// Built once: on the busiest path of all, building a schema costs as much as reading the form with it.
const personFields = z.object({ name: line(100), email: emailAddress(), group, language })
const year = optionalLine(10)
  .refine((text) => /^(\d{4})?$/.test(text), 'problem.birth-year')
  .transform((text) => (text === '' ? undefined : Number(text)))
const detailsFields = z.object({ name: line(100), group, language, birthYear: year })
const address = z.literal('').or(emailAddress()).default('')
/** Where somebody's letters go instead. */
export const addressForm = z.object({ email: emailAddress() })
const handFields = z.object({ name: line(100), email: address, group, language, once: once() })

/** A meeting's whole sign-up form. Each further part reads the same fields by itself, and says what is its own. */
export function signUpForm(asked: Asked, fallback: Locale): z.ZodType<Person> {
  const parts: (z.ZodType<Partial<Person>> | null)[] = [
    asked.age && ageForm(asked.age),
    asked.questions.length > 0 ? answersForm(asked.questions) : null,
    asked.emergency ? emergencyForm() : null,
    asked.friends > 0 ? friendsForm(asked.friends) : null,
  ]
  return parts
    .filter((part) => part !== null)
    .reduce<z.ZodType<Person>>((form, part) => form.and(part), registrationForm(asked.groups, fallback))
}

/** The three fields of a sign-up and the language of its letters (`fallback`: that of the page). */
function registrationForm(groups: Group[], fallback: Locale) {
  return personFields
    .superRefine(offeredIn(groups))
    .transform(({ name, email, ...chosen }) => ({ name, email, ...chosenOf(chosen, fallback) }))
}

export function detailsForm(groups: Group[], fallback: Locale) {
  return detailsFields
    .superRefine(offeredIn(groups))
    .transform(({ name, birthYear, ...chosen }) => ({ name, birthYear, ...chosenOf(chosen, fallback) }))
}

/** Organisers also add people who have no address; a year, and a guardian to be asked, as far as they know them. */
export function handForm(asked: Pick<Asked, 'groups' | 'age'>, fallback: Locale): z.ZodType<Person> {
  const person = handPerson(asked.groups, fallback)
  return asked.age ? person.and(handAgeForm(asked.age)) : person
}

function handPerson(groups: Group[], fallback: Locale) {
  return handFields.superRefine(offeredIn(groups)).transform(({ name, email, once, ...chosen }) => ({
    name,
    email: email || null,
    once,
    ...chosenOf(chosen, fallback),
  }))
}
