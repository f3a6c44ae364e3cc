import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project, Question, QuestionKind, Wording } from '../../db/schema.ts'
import { complain } from '../complain.ts'
import { checkbox, choice, localisedText, neededText, once, optionalLine } from '../fields.ts'
import { rowOrder, rowsOf } from '../rows.ts'
import { hasOptions } from './kinds.ts'
import { readers } from './may-read.ts'
import { type Own, objections, type QuestionInput } from './objections.ts'
import type { AskedQuestion } from './queries.ts'

type Where = { project: Project; meeting: Meeting; all: readonly AskedQuestion[] }
type Option = Wording['options'][number]

const ticks = z.record(z.string(), z.unknown()).catch({})

/** A question of that kind; `own`: as it is so far. */
export function questionForm({ project, meeting, all }: Where, kind: QuestionKind, own: Own | null) {
  const { locales } = project
  const option = z.object({ order: rowOrder(), id: optionalLine(60), label: neededText(locales, 150) })
  return z
    .object({
      label: neededText(locales, 300),
      hint: localisedText(locales, 500, true),
      options: hasOptions(kind) ? rowsOf(option) : unasked().transform(() => []),
      required: checkbox(),
      asked: kind === 'file' ? unasked().transform(() => 'with-place' as const) : choice(moments),
      onlyIf: z.record(z.string(), ticks).catch({}),
      visibleTo: ticks,
      keepDays: days(meeting.keepDays),
      once: once(),
    })
    .transform(
      ({ once, options: rows, onlyIf, visibleTo, ...said }, context): { input: QuestionInput; once?: string } => {
        const options = identified(rows, own?.wording.options ?? [])
        if (hasOptions(kind) && options.length < 2) complain(context, ['options'], 'questions.few-options')
        if (Object.keys(onlyIf).length > 1) complain(context, ['onlyIf'], 'questions.one-condition')
        const readBy = readers.filter((role) => visibleTo[role])
        const input = { ...said, options, onlyIf: conditionOf(onlyIf), visibleTo: readBy }
        for (const { field, key } of objections(all, input, own)) complain(context, [field], key)
        return once ? { input, once } : { input }
      },
    )
}

const moments = ['at-sign-up', 'with-place'] as const

function conditionOf(ticked: Record<string, Record<string, unknown>>): Question['onlyIf'] {
  const [first] = Object.entries(ticked)
  return first ? { questionId: first[0], answers: Object.keys(first[1]) } : null
}

/** An option that was there keeps its id, by which answers and conditions know it. */
function identified(rows: readonly { id: string; label: Localised }[], before: readonly Option[]): Option[] {
  const taken = new Set<string>()
  return rows.map(({ id, label }) => {
    const left = before.filter((one) => !taken.has(one.id))
    const same = left.find((one) => one.id === id) ?? left.find((one) => isDeepStrictEqual(one.label, label))
    const known = same?.id ?? randomUUID().slice(0, 8)
    taken.add(known)
    return { id: known, label }
  })
}

/** Not in the form of this kind; whatever comes under its name is let be. */
function unasked() {
  return z.unknown().optional()
}

/** Left empty: as long as the people. */
function days(most: number) {
  return optionalLine(10)
    .refine((text) => /^\d*$/.test(text), 'problem.number')
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.number().min(1, 'problem.too-small').max(most, 'problem.too-big').nullable())
}
