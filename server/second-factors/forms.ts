import { z } from 'zod'
import { line } from '../fields.ts'
import { type Form, readForm, withProblem } from '../forms.ts'

const ofApp = z.object({ code: line(60) })
const ofRecovery = z.object({ recovery: line(60) })

/** A code of the app or a recovery code, each typed into a field of its own. */
export type CodeForm = { field: 'code' | 'recovery'; form: Form<unknown>; typed: string | null }

export function readCode(body: unknown): CodeForm {
  const form = readForm(ofRecovery, body)
  if ('recovery' in form.typed) return { field: 'recovery', form, typed: form.values?.recovery ?? null }
  const other = readForm(ofApp, body)
  return { field: 'code', form: other, typed: other.values?.code ?? null }
}

/** What a passkey has signed, as `public/js/passkey.js` puts it into the form. */
export function readSigned(body: unknown): string {
  return readForm(z.object({ signed: z.string().max(20_000) }), body).values?.signed ?? ''
}

export const passkeyRefused: Form<unknown> = withProblem(
  { typed: {}, problems: null, values: null },
  'signed',
  'problem.passkey',
)

/** The same form again, without the code that was not right. `left`: how many more tries there are, where that is said. */
export function wrongCode({ field }: CodeForm, left?: number): Form<unknown> {
  const empty = { typed: { [field]: '' }, problems: null, values: null }
  return left === undefined
    ? withProblem(empty, field, 'problem.code')
    : withProblem(empty, field, 'problem.code-left', { left })
}
