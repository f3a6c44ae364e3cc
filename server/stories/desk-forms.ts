import { z } from 'zod'
import { choice, optionalLine, paragraph } from '../fields.ts'
import type { Decision } from './decide.ts'
import type { ReviewInput } from './review.ts'

export function reviewForm() {
  return z
    .object({ score: choice(['', '1', '2', '3', '4', '5']).catch(''), comment: paragraph(2000) })
    .refine(({ score, comment }) => score !== '' || comment !== '', { message: 'story.empty-review', path: ['score'] })
    .transform(({ score, comment }): ReviewInput => ({ score: score ? Number(score) : null, comment }))
}

export type Chosen = z.output<ReturnType<typeof decisionForm>>

/** Which stories were ticked, in the order of the page; `meeting`: where accepted ones go. */
export function decisionForm() {
  return z.object({
    call: optionalLine(60),
    decision: choice(['accepted', 'rejected'] as const satisfies Decision[]),
    story: z.record(z.string(), z.string()).default({}).transform(Object.keys),
    meeting: optionalLine(60),
    line: paragraph(1000),
  })
}

/** Where a story goes whose slot was taken away. */
export function landingForm() {
  return z.object({ meeting: optionalLine(60) })
}
