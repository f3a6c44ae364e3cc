import { z } from 'zod'
import { type Locale, locales } from '../../db/languages.ts'
import type { MessageKey } from '../../views/say.ts'
import { checkbox, choice, emailAddress, optionalLine } from '../fields.ts'

/** Whom to ask, and in which language: the `fallback` when the form does not say. */
export function askForm(fallback: Locale) {
  return z.object({ guardianEmail: emailAddress(), guardianLanguage: choice(locales).prefault(fallback) })
}

const signed = z.object({
  nameAgreed: checkbox(),
  pictureAgreed: checkbox(),
  signedBy: optionalLine(100),
  answer: choice(['choices', 'none']).prefault('choices'),
})

const says = (key: MessageKey): MessageKey => key

/** A yes is signed; a no needs nothing but its button. */
export const answerForm = signed
  .refine((said) => said.answer === 'none' || isYes(said), {
    path: ['nameAgreed'],
    message: says('guardian.problem-nothing'),
  })
  .refine((said) => said.answer === 'none' || !isYes(said) || /\p{L}/u.test(said.signedBy), {
    path: ['signedBy'],
    message: says('guardian.problem-signature'),
  })
  .transform(({ answer, ...said }) => (answer === 'none' ? { ...said, nameAgreed: false, pictureAgreed: false } : said))

function isYes({ nameAgreed, pictureAgreed }: { nameAgreed: boolean; pictureAgreed: boolean }): boolean {
  return nameAgreed || pictureAgreed
}
