import { z } from 'zod'
import { choice, paragraph } from '../fields.ts'

const mark = () => choice(['1', '2', '3', '4', '5'] as const).transform(Number)

/** Three marks, two texts, and a word to those who told something. */
export const surveyForm = z.object({
  marks: z.object({ overall: mark(), heard: mark(), again: mark() }).prefault({}),
  liked: paragraph(1000),
  missed: paragraph(1000),
  stories: z.record(z.string(), paragraph(600)).default({}),
})

export type SurveyInput = z.output<typeof surveyForm>
