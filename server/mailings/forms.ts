import { z } from 'zod'
import { locales as allLocales, type Locale } from '../../db/languages.ts'
import type { Audience, Group, Project } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { choice, neededText } from '../fields.ts'
import type { Typed } from '../forms.ts'
import { hasMarks } from '../mail/outbox/words.ts'
import type { MailingInput } from './save-mailing.ts'
import { standings } from './standings.ts'

export const kinds = ['about', 'news'] as const

const ticks = () => z.record(z.string(), z.string()).default({}).transform(Object.keys)

/** Words, and whom they are for; the audience stays as it is where it was picked by hand. */
export function mailingForm({ locales }: Project, groups: readonly Pick<Group, 'id'>[], picked: string[] | null) {
  const words = { kind: choice(kinds), subject: neededText(locales, 150), text: neededText(locales, 5000, true) }
  if (picked)
    return z
      .object(words)
      .superRefine(isWhole)
      .transform((typed): MailingInput => ({ ...typed, audience: { ids: picked } }))
  return z
    .object({ ...words, ...audienceFields(groups) })
    .superRefine(isWhole)
    .transform(({ kind, subject, text, ...audience }): MailingInput => {
      return { kind, subject, text, audience: audienceIn(audience) }
    })
}

function isWhole(words: Words, context: z.RefinementCtx): void {
  bothOrNeither(words, context)
  unmarked(words, context)
}

type Words = Pick<MailingInput, 'subject' | 'text'>

/** Everybody would read `{name}` where their name should stand. */
function unmarked(words: Words, context: z.RefinementCtx): void {
  for (const field of ['subject', 'text'] as const) {
    for (const locale of allLocales) {
      if (!hasMarks(words[field][locale] ?? '')) continue
      context.addIssue({ code: 'custom', message: 'outbox.problem-mark' satisfies MessageKey, path: [field, locale] })
    }
  }
}

/** In one language the whole letter is written, or nothing of it. */
function bothOrNeither({ subject, text }: Words, context: z.RefinementCtx): void {
  for (const locale of allLocales) {
    if (Boolean(subject[locale]) === Boolean(text[locale])) continue
    context.addIssue({
      code: 'custom',
      message: 'mailing.needs-both' satisfies MessageKey,
      path: [subject[locale] ? 'text' : 'subject', locale],
    })
  }
}

/** Whom alone, as the form stands: words need not be there yet. */
export function reachForm(groups: readonly Pick<Group, 'id'>[], picked: string[] | null) {
  const kind = z.string().transform((typed) => kinds.find((one) => one === typed) ?? 'about')
  if (picked) return z.object({ kind }).transform((typed) => ({ ...typed, audience: { ids: picked } as Audience }))
  return z
    .object({ kind: kind.default('about'), ...audienceFields(groups) })
    .transform(({ kind, ...audience }) => ({ kind, audience: audienceIn(audience) }))
}

function audienceFields(groups: readonly Pick<Group, 'id'>[]) {
  const among = <T extends string>(all: readonly T[]) =>
    ticks()
      .refine((names) => names.every((name) => all.some((one) => one === name)), {
        message: 'problem.choice' satisfies MessageKey,
      })
      .transform((names) => all.filter((one) => names.includes(one)))
  return {
    standing: among(standings).refine((some) => some.length > 0, {
      message: 'mailing.needs-standing' satisfies MessageKey,
    }),
    came: z.enum(['yes', 'no']).optional().catch(undefined),
    groups: among(groups.map(({ id }) => id)),
    languages: among(allLocales),
  }
}

type Chosen = {
  standing: NonNullable<Audience['standing']>
  came?: Audience['came']
  groups: string[]
  languages: Locale[]
}

/** None or all of them narrows nothing. */
function audienceIn({ standing, came, groups, languages }: Chosen): Audience {
  return {
    standing,
    ...(came ? { came } : {}),
    ...(groups.length > 0 ? { groupIds: groups } : {}),
    ...(languages.length > 0 ? { locales: languages } : {}),
  }
}

/** A mailing as its form shows it. */
export function typedOf({ kind, subject, text, audience }: MailingInput): Typed {
  const { standing = [], came = '', groupIds = [], locales = [] } = audience
  const ticked = (name: string, all: readonly string[]) => all.map((one) => [`${name}.${one}`, 'yes'])
  const written = (name: string, texts: object) =>
    Object.entries(texts).map(([locale, one]) => [`${name}.${locale}`, one])
  return Object.fromEntries([
    ['kind', kind],
    ['came', came],
    ...[...written('subject', subject), ...written('text', text)],
    ...[...ticked('standing', standing), ...ticked('groups', groupIds), ...ticked('languages', locales)],
  ])
}
