import { z } from 'zod'
import type { Locale, Localised } from '../../db/languages.ts'
import { locales } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import { colours } from '../../views/page.ts'
import type { MessageKey } from '../../views/say.ts'
import { complain } from '../complain.ts'
import {
  checkbox,
  choice,
  emailAddress,
  localisedText,
  neededText,
  optionalDate,
  optionalLine,
  wholeNumber,
  zoneName,
} from '../fields.ts'
import { reservedSlugs } from '../reserved-slugs.ts'
import { slugOf } from '../slug.ts'
import type { ProjectInput } from './input.ts'
import { type Missing, missingIn } from './ready.ts'

/** A new project speaks the languages it has a title in; one that exists, those that are ticked. */
export function projectForm(project: Project | null) {
  const written = project?.locales ?? locales
  return basics(written, project).transform((typed, context): ProjectInput => {
    const { lead, languages, ...told } = typed
    const wanted = locales.filter((locale) => (project ? languages[locale] : typed.title[locale]))
    const spoken = [...new Set([lead, ...wanted])]
    const title = only(told.title, spoken)
    const address = project?.publishedAt ? project.slug : slugOf(typed.slug, titleIn(typed), reservedSlugs, context)
    const texts = { aim: only(told.aim, spoken), programme: only(told.programme, spoken) }
    const funding = { funder: only(told.funder, spoken), disclaimer: only(told.disclaimer, spoken) }
    const input = { ...told, title, ...texts, ...funding, slug: address, locales: spoken }
    if (Object.keys(title).length === 0) complain(context, ['title', lead], 'problem.some-language')
    else if (project?.publishedAt) complainOfMissing(context, input, written[0] ?? lead)
    return input
  })
}

function basics(written: readonly Locale[], project: Project | null) {
  return z
    .object({
      title: neededText(written, 120),
      slug: optionalLine(80),
      aim: localisedText(written, 3000, true),
      programme: localisedText(written),
      funder: localisedText(written),
      disclaimer: localisedText(written, 1000, true),
      number: optionalLine(60),
      colour: choice(colours),
      lead: choice(locales),
      languages: z.object({ lv: checkbox(), en: checkbox(), ru: checkbox(), uk: checkbox() }).prefault({}),
      zone: zoneName(),
      startsOn: optionalDate(),
      endsOn: optionalDate(),
      contactEmail: optionalEmail(),
      childAge: age(project?.childAge ?? 13),
      adultAge: age(project?.adultAge ?? 18),
    })
    .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, endBeforeStart)
    .refine(({ childAge, adultAge }) => childAge <= adultAge, adultBeforeChild)
}

const endBeforeStart = { message: 'problem.end-before-start' satisfies MessageKey, path: ['endsOn'] }

const adultBeforeChild = { message: 'problem.adult-age' satisfies MessageKey, path: ['adultAge'] }

/** A form that does not speak of it leaves it as it is. */
function age(present: number) {
  return z.preprocess((typed) => typed ?? String(present), wholeNumber(6, 25))
}

function optionalEmail() {
  const isAddress = (text: string) => text === '' || emailAddress().safeParse(text).success
  return optionalLine(254).refine(isAddress, 'problem.email' satisfies MessageKey)
}

function titleIn({ title, lead }: { title: Localised; lead: Locale }): string {
  return title[lead] ?? Object.values(title)[0] ?? ''
}

const missingFields: Record<Missing, (lead: Locale) => string[]> = {
  title: (lead) => ['title', lead],
  aim: (lead) => ['aim', lead],
  disclaimer: (lead) => ['disclaimer', lead],
  contactEmail: () => ['contactEmail'],
}

/** What is public stays complete. */
function complainOfMissing(context: z.RefinementCtx, input: ProjectInput, lead: Locale): void {
  for (const field of missingIn(input)) complain(context, missingFields[field](lead), 'problem.required')
}

function only(text: Localised, spoken: readonly Locale[]): Localised {
  return Object.fromEntries(spoken.flatMap((locale) => (text[locale] ? [[locale, text[locale]]] : [])))
}
