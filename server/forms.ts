import { z } from 'zod'
import type { MessageKey, MessageValues } from '../views/say.ts'
import { isMessageKey } from '../views/say.ts'

export type Problem = { field: string; key: MessageKey; values: MessageValues }

/** What was typed, by field name as in the form (`title.lv`, `phases.0.url`), to be shown again. */
export type Typed = Record<string, string>

export type Form<T> = { typed: Typed } & ({ problems: null; values: T } | { problems: Problem[]; values: null })

/** A form nobody has sent yet, filled with what is known. */
export function blankForm(typed: Typed = {}): { typed: Typed; problems: null } {
  return { typed, problems: null }
}

// Built once: building it costs more than reading a form with it.
const anyFields = z.record(z.string(), z.unknown()).catch({})

/** Reads a submitted body: values by the schema, or every problem beside what was typed. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): Form<T> {
  const fields = anyFields.parse(body)
  const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asTyped(value)]))
  const unfit = Object.entries(fields).flatMap(([name, value]) => misfit(name, value))
  if (unfit.length > 0) return { typed, problems: unfit, values: null }
  const parsed = schema.safeParse(nested(typed))
  if (parsed.success) return { typed, problems: null, values: parsed.data }
  return { typed, problems: parsed.error.issues.map(problemOf), values: null }
}

/** A problem found only while acting (a slug already taken), put beside its field like the others. */
export function withProblem<T>(form: Form<T>, field: string, key: MessageKey, values: MessageValues = {}): Form<T> {
  return { typed: form.typed, problems: [...(form.problems ?? []), { field, key, values }], values: null }
}

function asTyped(value: unknown): string {
  const text = Array.isArray(value) ? value[0] : value
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n').replace(turning, '').normalize('NFC').trim() : ''
}

/** Invisible signs that turn round whatever stands behind them: in a list, other people's names too (UAX #9). */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** Control characters, lone surrogates and the sign for undecodable bytes: nothing a person types. */
const unkeepable = /(?![\t\n\r])\p{Cc}|\p{Zl}|\p{Zp}|\p{Surrogate}|\ufffd/u

function misfit(name: string, value: unknown): Problem[] {
  if (Array.isArray(value)) return [{ field: name, key: 'problem.repeated', values: {} }]
  if (typeof value === 'string' && unkeepable.test(value))
    return [{ field: name, key: 'problem.characters', values: {} }]
  return []
}

type Nested = { [name: string]: string | Nested }

/** `{ 'title.lv': 'x' }` becomes `{ title: { lv: 'x' } }`; rows (`phases.0.url`) are records by their number. */
function nested(typed: Typed): Nested {
  const root: Nested = Object.create(null)
  for (const [name, value] of Object.entries(typed)) {
    const path = name.split('.')
    const last = path.pop() ?? name
    path.reduce(stepInto, root)[last] = value
  }
  return root
}

function stepInto(place: Nested, step: string): Nested {
  const found = place[step]
  if (typeof found === 'object') return found
  const made: Nested = Object.create(null)
  place[step] = made
  return made
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.map(String).join('.')
  if (isMessageKey(issue.message)) return { field, key: issue.message, values: limits(issue) }
  return { field, key: issue.code === 'invalid_type' ? 'problem.required' : 'problem.unknown', values: {} }
}

function limits(issue: z.core.$ZodIssue): MessageValues {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  if (issue.code === 'too_small') return { min: Number(issue.minimum) }
  return {}
}
