import { z } from 'zod'
import type { Localised } from '../../db/languages.ts'
import type { Call, Meeting, Project, SlotType } from '../../db/schema.ts'
import { slotTypes } from '../agenda/session-types.ts'
import { complain } from '../complain.ts'
import { checkbox, instantIn, localisedText, neededText, optionalLine, optionalMoment } from '../fields.ts'
import { rowOrder, rowsOf } from '../rows.ts'

/** What organisers say about a call. Without `opensAt` it opens at once. */
export type CallInput = Pick<Call, 'title' | 'text' | 'closesAt' | 'types'> & {
  opensAt: Temporal.Instant | null
  questions: { id: string; label: Localised; required: boolean }[]
}

/** A break is nobody's story. */
export const storyTypes: readonly SlotType[] = slotTypes.filter((type) => type !== 'break')

export function callForm({ locales, zone }: Project, meeting: Meeting | null) {
  const question = z.object({
    order: rowOrder(),
    id: optionalLine(60),
    label: neededText(locales, 300),
    required: checkbox(),
  })
  return z
    .object({
      title: neededText(locales, 120),
      text: localisedText(locales, 20_000, true),
      opensAt: optionalMoment(),
      closesAt: optionalMoment(),
      types: z.record(z.string(), z.string()).default({}),
      questions: rowsOf(question),
    })
    .transform(({ title, text, ...said }, context): CallInput => {
      const window = windowOf(said, meeting?.zone ?? zone, meeting, context)
      const types = storyTypes.filter((type) => said.types[type])
      if (types.length === 0) complain(context, ['types'], 'call.no-types')
      const questions = said.questions.map(({ id, label, required }) => ({ id, label, required }))
      return { title, text, types, questions, ...window }
    })
}

type Typed = { opensAt: Temporal.PlainDateTime | null; closesAt: Temporal.PlainDateTime | null }

function windowOf(typed: Typed, zone: string, meeting: Meeting | null, context: z.RefinementCtx) {
  const [opensAt, closesAt] = [typed.opensAt, typed.closesAt].map((moment) => moment && instantIn(moment, zone))
  if (typed.opensAt && !opensAt) complain(context, ['opensAt'], 'problem.clock-change')
  if (!closesAt) complain(context, ['closesAt'], typed.closesAt ? 'problem.clock-change' : 'problem.required')
  if (opensAt && closesAt && Temporal.Instant.compare(opensAt, closesAt) >= 0)
    complain(context, ['closesAt'], 'call.closes-before-opening')
  if (closesAt && meeting && isAfterwards(meeting, closesAt)) complain(context, ['closesAt'], 'call.closes-too-late')
  return { opensAt: opensAt ?? null, closesAt: closesAt ?? Temporal.Instant.fromEpochMilliseconds(0) }
}

/** The date of a postponed meeting no longer holds. */
function isAfterwards({ status, endsAt }: Meeting, closesAt: Temporal.Instant): boolean {
  return status !== 'postponed' && Temporal.Instant.compare(closesAt, endsAt) > 0
}
