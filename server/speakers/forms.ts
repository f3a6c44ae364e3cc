import { z } from 'zod'
import { type Locale, locales } from '../../db/languages.ts'
import type { Project, Speaker } from '../../db/schema.ts'
import { complain } from '../complain.ts'
import {
  attempt,
  checkbox,
  choice,
  emailAddress,
  line,
  localisedText,
  once,
  optionalLine,
  webAddress,
} from '../fields.ts'
import type { Typed } from '../forms.ts'
import { typedText } from '../typed-text.ts'
import type { Addition } from './add-to-slot.ts'
import { spokenLanguages } from './languages.ts'
import type { OwnProfile, Profile } from './profile-input.ts'

const kinds = ['person', 'group'] as const
const mostLinks = 4

export function ownProfileForm(project: Pick<Project, 'locales'>): z.ZodType<OwnProfile> {
  return z.object(said(project)).transform(withLocale)
}

export function profileForm(project: Pick<Project, 'locales'>): z.ZodType<Profile> {
  const known = { ...said(project), kind: choice(kinds), email: optionalAddress(), minor: checkbox() }
  return z.object(known).transform(withLocale)
}

/** Somebody to add to a slot: one the project knows, else a new one by name. */
export function newcomerForm(slots: readonly { id: string }[], known: readonly { id: string }[]): z.ZodType<Addition> {
  return z
    .object({
      slot: choice(slots.map(({ id }) => id)),
      speaker: z.union([z.literal('').transform(() => null), choice(known.map(({ id }) => id))]).default(null),
      name: optionalLine(120),
      kind: choice(kinds).catch('person'),
      email: optionalAddress(),
      once: once(),
    })
    .transform(({ slot, speaker, ...rest }, context) => {
      if (!speaker && !rest.name) complain(context, ['name'], 'speakers.somebody')
      return { ...rest, slotId: slot, speakerId: speaker }
    })
}

/** Names the slot that a button is about. */
export const slotChoice = z.object({ slot: line(60) })
export const againForm = z.object({ slot: line(60), since: moment() })

/** What is known, as it would have been typed. */
export function typedProfile({ name, kind, email, locale, bio, links, languages, minor }: Speaker): Typed {
  const rows = links.flatMap(({ label, url }, i) => [
    [`links.${i}.label`, label],
    [`links.${i}.url`, url],
  ])
  const ticked = languages.map((code) => [`languages.${code}`, 'yes'])
  return {
    ...{ name, kind, email: email ?? '', language: locale ?? '', minor: minor ? 'yes' : '' },
    ...typedText('bio', bio),
    ...Object.fromEntries([...rows, ...ticked]),
  }
}

function said({ locales: ofProject }: Pick<Project, 'locales'>) {
  return {
    name: line(120),
    language: z.union([z.literal('').transform(() => null), choice(locales)]).default(null),
    bio: localisedText(ofProject, 2000, true),
    links: linkRows(),
    languages: z
      .record(z.string(), checkbox())
      .default({})
      .transform((ticked) => spokenLanguages.filter((code) => ticked[code])),
  }
}

function withLocale<T extends { language: Locale | null }>({ language, ...rest }: T) {
  return { ...rest, locale: language }
}

function moment() {
  return line(40).transform((text, context) => {
    const at = attempt(() => Temporal.Instant.from(text))
    if (at) return at
    complain(context, [], 'problem.moment')
    return z.NEVER
  })
}

function optionalAddress() {
  return z.union([z.literal('').transform(() => null), emailAddress()]).default(null)
}

/** Rows left empty fall away; an address without words is called by its host. */
function linkRows() {
  const row = z.object({ label: optionalLine(80), url: webAddress() })
  return z
    .record(z.string(), row)
    .default({})
    .transform((rows, context) => {
      const written = Object.entries(rows).filter(([, { label, url }]) => label !== '' || url !== '')
      for (const [i, { url }] of written) {
        if (url === '') complain(context, [i, 'url'], 'problem.required')
        else if (!/^https:/i.test(url)) complain(context, [i, 'url'], 'speakers.https-only')
      }
      return written.slice(0, mostLinks).map(([, { label, url }]) => ({ label: label || hostOf(url), url }))
    })
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
