import { z } from 'zod'
import { isLocale, type Locale } from '../../db/languages.ts'
import type { Group } from '../../db/schema.ts'
import { choice, emailAddress, line } from '../fields.ts'

/** The three fields of a sign-up and the language of its letters (`fallback`: that of the page). */
export function registrationForm(groups: Group[], fallback: Locale) {
  return z
    .object({ name: line(100), email: emailAddress(), group: group(groups), language: language(fallback) })
    .transform(({ name, email, group, language }) => ({ name, email, groupId: group, locale: language }))
}

export function detailsForm(groups: Group[], fallback: Locale) {
  return z
    .object({ name: line(100), group: group(groups), language: language(fallback) })
    .transform(({ name, group, language }) => ({ name, groupId: group, locale: language }))
}

/** Organisers also add people who have no address. */
export function handForm(groups: Group[], fallback: Locale) {
  return z
    .object({
      name: line(100),
      email: z.union([z.literal(''), emailAddress()]).default(''),
      group: group(groups),
      language: language(fallback),
    })
    .transform(({ name, email, group, language }) => ({ name, email: email || null, groupId: group, locale: language }))
}

function group(groups: Group[]) {
  return choice(groups.map(({ id }) => id))
}

function language(fallback: Locale) {
  return z
    .string()
    .optional()
    .transform((code): Locale => (isLocale(code) ? code : fallback))
}
