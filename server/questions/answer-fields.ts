import { z } from 'zod'
import type { QuestionKind, Wording } from '../../db/schema.ts'
import { optionalDate, optionalLine, paragraph } from '../fields.ts'
import type { AnswerValue } from './answer-value.ts'
import { choicesOf, hasOptions } from './kinds.ts'

/** How long a text may be, by its kind. */
export const longest = { text: 200, 'long-text': 2000 } as const
const mostDigits = 1_000_000_000

type Field = z.ZodType<AnswerValue | null>

/** One answer as it is typed; null when nothing is. `seats`: of how many people, where a class counts who would choose what. */
export function answerField(kind: QuestionKind, wording: Pick<Wording, 'options'>, seats: number | null): Field {
  const choices = choicesOf(kind, wording)
  if (choices.length > 0 && seats !== null) return counts(kind, choices, seats)
  if (kind === 'choices') return several(choices)
  if (choices.length > 0) return one(choices)
  if (kind === 'number') return number()
  if (kind === 'date') return optionalDate().transform((date) => (date === null ? null : { date }))
  // What has options and lost them all, or is a file, is not typed at all.
  if (kind === 'file' || hasOptions(kind)) return z.unknown().transform(() => null)
  return (kind === 'text' ? optionalLine(longest.text) : paragraph(longest['long-text'])).transform(written)
}

/** Without anything in it that can be seen, it is no answer. */
function written(text: string): AnswerValue | null {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? { text } : null
}

function one(choices: readonly string[]): Field {
  return optionalLine(60)
    .refine((chosen) => chosen === '' || choices.includes(chosen), 'problem.choice')
    .transform((chosen) => (chosen === '' ? null : { chosen: [chosen] }))
}

const perOption = z.record(z.string(), z.string()).default({})

function several(choices: readonly string[]): Field {
  return perOption
    .refine((ticked) => Object.keys(ticked).every((id) => choices.includes(id)), 'problem.choice')
    .transform((ticked) => choices.filter((id) => ticked[id]))
    .transform((chosen) => (chosen.length === 0 ? null : { chosen }))
}

/** Comma or point: both are typed. */
function number(): Field {
  return optionalLine(20)
    .refine((text) => /^(-?\d+([.,]\d+)?)?$/.test(text), 'questions.no-number')
    .transform((text) => (text === '' ? null : Number(text.replace(',', '.'))))
    .pipe(z.number().min(-mostDigits, 'problem.too-small').max(mostDigits, 'problem.too-big').nullable())
    .transform((read) => (read === null ? null : { number: read }))
}

/** Where each chooses one, they are together no more than come. */
function counts(kind: QuestionKind, choices: readonly string[], seats: number): Field {
  const each = optionalLine(5)
    .refine((text) => /^\d*$/.test(text), 'problem.number')
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.number().max(seats, 'problem.too-big').nullable())
  return z
    .object(Object.fromEntries(choices.map((id) => [id, each.optional()])))
    .prefault({})
    .transform((typed) => Object.fromEntries(Object.entries(typed).flatMap(([id, n]) => (n == null ? [] : [[id, n]]))))
    .refine((read) => kind === 'choices' || sumOf(read) <= seats, 'questions.more-than-come')
    .transform((read) => (Object.keys(read).length === 0 ? null : { counts: read }))
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, people) => sum + people, 0)
}
