import { z } from 'zod'
import type { Project } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { emailAddress, optionalLine, paragraph } from '../fields.ts'
import type { Typed } from '../forms.ts'

export type Trusted = Pick<Project, 'trustedName' | 'trustedPhone' | 'trustedEmail'>

const needed: MessageKey = 'problem.required'
const wrongEmail: MessageKey = 'problem.email'

/** Whom the young turn to: with a name there is also a way to reach whoever it is. */
export function trustedForm() {
  const isAddress = (text: string) => text === '' || emailAddress().safeParse(text).success
  return z
    .object({
      trustedName: optionalLine(120),
      trustedPhone: optionalLine(40),
      trustedEmail: optionalLine(254).refine(isAddress, wrongEmail),
    })
    .refine((one) => one.trustedName !== '' || (one.trustedPhone === '' && one.trustedEmail === ''), {
      message: needed,
      path: ['trustedName'],
    })
    .refine((one) => one.trustedName === '' || one.trustedPhone !== '' || one.trustedEmail !== '', {
      message: needed,
      path: ['trustedPhone'],
    })
}

export function typedTrusted({ trustedName, trustedPhone, trustedEmail }: Trusted): Typed {
  return { trustedName, trustedPhone, trustedEmail }
}

/** What does not belong on a page, in the words of whoever saw it. `page`: where; `voice`: which question or idea. */
export function abuseForm() {
  return z.object({
    words: paragraph(2000).refine((text) => text.trim() !== '', needed),
    page: optionalLine(300),
    voice: optionalLine(60),
  })
}
