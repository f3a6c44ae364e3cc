import type { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import { ageForm } from '../guardianships/age-form.ts'
import type { Asked } from '../registrations/asked.ts'
import { emergencyForm } from '../registrations/emergency-form.ts'
import { handForm } from '../registrations/forms.ts'
import type { Person } from '../registrations/person.ts'

/** Whoever comes without being on the list: an address they may keep to themselves; of age and photos, what all are asked. */
export function walkInForm(
  { groups, age, emergency }: Pick<Asked, 'groups' | 'age' | 'emergency'>,
  fallback: Locale,
): z.ZodType<Person> {
  const person = handForm({ groups, age: null }, fallback)
  const known: z.ZodType<Person> = emergency ? person.and(emergencyForm()) : person
  return age ? known.and(ageForm(age)) : known
}
