import { z } from 'zod'
import type { Group } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { choice, emailAddress, optionalLine, paragraph } from '../fields.ts'

const needed: MessageKey = 'problem.required'
const wrongEmail: MessageKey = 'problem.email'

/** An idea, and whatever else somebody wants to say of themselves. */
export function ideaForm(groups: readonly Group[]) {
  const isAddress = (text: string) => text === '' || emailAddress().safeParse(text).success
  return z.object({
    text: paragraph(500).refine((text) => /[\p{L}\p{N}]/u.test(text), needed),
    name: optionalLine(60),
    group: choice(['', ...groups.map(({ id }) => id)]).prefault(''),
    email: optionalLine(254).refine(isAddress, wrongEmail),
  })
}

export type IdeaInput = z.output<ReturnType<typeof ideaForm>>
