import type { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import { forgetWhenTouched } from '../forget-when-touched.ts'
import type { House } from '../house.ts'
import { type Found, publicMeeting } from '../meetings/queries.ts'
import { type Asked, askedAt } from './asked.ts'
import { signUpForm } from './forms.ts'
import type { Person } from './person.ts'

type SignUp = {
  found: Found
  asked: Asked
  /** The form that reads it, by the language of the page. */
  formIn: (locale: Locale) => z.ZodType<Person>
}

const most = 500

/**
 * What meetings ask of whoever signs up, kept until a write touches more of their project than places: a crowd is asked
 * the same, and building the form costs more than reading with it. The deed itself reads afresh what it decides by.
 */
export function keepSignUps({ db, now }: House): (address: Address) => Promise<SignUp | null> {
  const kept = new Map<string, SignUp & { project: string }>()
  const touches = forgetWhenTouched(db, kept, 'lasts')
  return async (address) => {
    const key = `${address.project}/${address.meeting}`
    const known = kept.get(key)
    if (known && isOfToday(known, now())) return known
    const before = touches()
    const found = await publicMeeting(db, address)
    if (!found) return null
    const made = { ...signUpOf(found, await askedAt(db, found, now())), project: found.project.id }
    if (kept.size >= most) kept.clear()
    if (touches() === before) kept.set(key, made)
    return made
  }
}

type Address = { project: string; meeting: string }

function signUpOf(found: Found, asked: Asked): SignUp {
  const forms = new Map<Locale, z.ZodType<Person>>()
  const formIn = (locale: Locale) => {
    const form = forms.get(locale) ?? signUpForm(asked, locale)
    forms.set(locale, form)
    return form
  }
  return { found, asked, formIn }
}

/** How old somebody is depends on the day. */
function isOfToday({ found, asked }: SignUp, now: Temporal.Instant): boolean {
  return !asked.age || now.toZonedDateTimeISO(found.meeting.zone).toPlainDate().equals(asked.age.today)
}
