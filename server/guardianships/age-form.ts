import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import { isMessageKey, type MessageKey } from '../../views/say.ts'
import { complain } from '../complain.ts'
import type { PhotoWord } from '../consents/say-consent.ts'
import { emailAddress, optionalLine } from '../fields.ts'
import { isOwnAddress } from '../guardians/rules.ts'
import { type AgeBand, ageBandOf, isBirthYear } from './age-band.ts'
import { type AgeAsked, bandsOf, type Further, furtherFor } from './further.ts'

/** What a sign-up says of somebody's age, and of whoever is asked because of it. */
export type AgeSaid = {
  birthYear: number | null
  ageBand: AgeBand
  guardianEmail: string | null
  /** Their own word on each channel they were asked about. */
  photos: PhotoWord[]
  /** And in which words; empty where they were shown none. */
  photosText: string
  /** In which language those were shown; absent: that of their letters. */
  photosLocale?: Locale
}

const fields = z.object({
  group: optionalLine(60),
  email: optionalLine(254),
  birthYear: optionalLine(10),
  birthday: optionalLine(5),
  guardianEmail: optionalLine(300),
  photos: z.record(z.string(), z.string()).catch({}).default({}),
  photosText: optionalLine(60),
  /** Which further questions the form had on it; absent from what was not sent by our form. */
  further: z.string().optional(),
})

type Typed = z.output<typeof fields>

/** Not a problem: the form comes back with the questions that what was said leads to. */
export const asksFurther: MessageKey = 'register.further'

/** Of an adult's group no year is asked. Of the rest, the year; what else is asked follows from it. */
export function ageForm(asked: AgeAsked): z.ZodType<AgeSaid> {
  return fields.transform((typed, context) => {
    const bands = bandsOf(asked, typed.group, birthYearOf(typed))
    const further = furtherFor(asked, bands)
    const ageBand = bandSaid(asked, typed, bands)
    const problem = problemWith(typed, { bands, further, ageBand })
    if (!problem && ageBand) return said(asked, typed, ageBand)
    const { field, key } = problem ?? { field: 'birthYear', key: 'problem.birth-year' }
    complain(context, [field], key)
    return z.NEVER
  })
}

type Circumstances = { bands: AgeBand[]; further: Further; ageBand: AgeBand | null }
type Found = { field: string; key: MessageKey } | null

function problemWith(typed: Typed, { bands, further, ageBand }: Circumstances): Found {
  if (bands.length === 0)
    return { field: 'birthYear', key: typed.birthYear === '' ? 'problem.required' : 'problem.birth-year' }
  const isShown = typed.further === undefined || typed.further === further.key
  if (!isShown && asksAnything(further)) return { field: 'further', key: asksFurther }
  if (ageBand === null) return { field: 'birthday', key: 'problem.required' }
  const key = ageBand === 'adult' ? null : problemWithGuardian(typed, ageBand)
  return key && { field: 'guardianEmail', key }
}

/** A young person's guardian may stay unnamed; nobody is their own. */
function problemWithGuardian({ email, guardianEmail }: Typed, ageBand: AgeBand): MessageKey | null {
  if (guardianEmail === '') return ageBand === 'child' ? 'problem.required' : null
  const read = emailAddress().safeParse(guardianEmail)
  const [issue] = read.error?.issues ?? []
  if (issue) return isMessageKey(issue.message) ? issue.message : 'problem.email'
  return isOwnAddress(guardianEmail, email) ? 'guardianship.problem-own' : null
}

function asksAnything({ birthday, guardian, photos }: Further): boolean {
  return birthday || guardian !== null || photos.length > 0
}

function bandSaid(asked: AgeAsked, typed: Typed, bands: AgeBand[]): AgeBand | null {
  if (bands.length < 2) return bands[0] ?? null
  const had = { yes: true, no: false }[typed.birthday] ?? null
  return ageBandOf(birthYearOf(typed), had, asked.today, asked.limits)
}

function birthYearOf({ birthYear }: Typed): number {
  return /^\d{4}$/.test(birthYear) ? Number(birthYear) : Number.NaN
}

function said(asked: AgeAsked, typed: Typed, ageBand: AgeBand): AgeSaid {
  const year = birthYearOf(typed)
  const wantsGuardian = furtherFor(asked, [ageBand]).guardian !== null
  return {
    birthYear: !asked.adultGroups.includes(typed.group) && isBirthYear(year, asked.today) ? year : null,
    ageBand,
    guardianEmail: wantsGuardian ? typed.guardianEmail || null : null,
    photos: ageBand === 'adult' ? photoWords(asked, typed) : [],
    photosText: typed.photosText,
  }
}

/** Whoever was not shown the words has said nothing. */
function photoWords({ channels }: AgeAsked, { photos, photosText }: Typed): PhotoWord[] {
  return photosText ? channels.map((channel) => ({ channel, agreed: Boolean(photos[channel]) })) : []
}

const handFields = fields.pick({ birthYear: true, group: true, email: true, guardianEmail: true })

/** What organisers know of somebody they add. Where the year alone does not tell, the younger band is taken. */
export function handAgeForm(asked: AgeAsked): z.ZodType<Partial<AgeSaid>> {
  return handFields.transform(({ birthYear, group, email, guardianEmail }, context) => {
    const year = /^\d{4}$/.test(birthYear) ? Number(birthYear) : Number.NaN
    const [ageBand] = bandsOf(asked, group, year)
    if (birthYear !== '' && !isBirthYear(year, asked.today)) complain(context, ['birthYear'], 'problem.birth-year')
    if (guardianEmail !== '' && !emailAddress().safeParse(guardianEmail).success)
      complain(context, ['guardianEmail'], 'problem.email')
    else if (guardianEmail !== '' && email !== '' && isOwnAddress(guardianEmail, email))
      complain(context, ['guardianEmail'], 'desk.guardian-own')
    const isMinor = ageBand === 'child' || ageBand === 'young'
    return {
      ageBand,
      birthYear: asked.adultGroups.includes(group) || birthYear === '' ? null : year,
      guardianEmail: isMinor ? guardianEmail || null : null,
    }
  })
}
