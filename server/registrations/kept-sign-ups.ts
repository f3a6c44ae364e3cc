import type { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { Meeting } from '../../db/schema.ts'
import type { House } from '../house.ts'
import { keepLasting } from '../kept-lasting.ts'
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

/**
 * What meetings ask of whoever signs up, kept until a write touches more of their project than places: a crowd is asked
 * the same, and building the form costs more than reading with it. The deed itself reads afresh what it decides by.
 */
export function keepSignUps({ db, now }: House): (address: Address) => Promise<SignUp | null> {
  const keptLasting = keepLasting<SignUp>({ db, now })
  return async (address) => {
    const asking = await keptLasting(`${address.project}/${address.meeting}`, async () => {
      const found = await publicMeeting(db, address)
      if (!found) return null
      const at = now()
      const asked = await askedAt(db, found, at)
      const until = asked.age && tomorrow(found.meeting, at)
      return { project: found.project.id, shown: signUpOf(found, asked), until }
    })
    return asking?.shown ?? null
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
function tomorrow({ zone }: Pick<Meeting, 'zone'>, now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay().toInstant()
}
