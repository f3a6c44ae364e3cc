import { z } from 'zod'
import type { Answer } from '../../db/schema.ts'

/** What somebody answered. An option's id, `yes` or `no` is what is `chosen`; of a class, how many of them chose it. */
export type AnswerValue =
  | { text: string }
  | { chosen: string[] }
  | { number: number }
  | { date: string }
  | { file: string }
  | { counts: Record<string, number> }

const stored: z.ZodType<AnswerValue> = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ chosen: z.array(z.string()) }),
  z.strictObject({ number: z.number() }),
  z.strictObject({ date: z.string() }),
  z.strictObject({ file: z.string() }),
  z.strictObject({ counts: z.record(z.string(), z.number()) }),
])

export function answerValue({ value }: Pick<Answer, 'value'>): AnswerValue {
  return stored.parse(JSON.parse(value))
}

export function storedValue(value: AnswerValue): string {
  return JSON.stringify(value)
}
