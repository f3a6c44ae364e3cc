import { createHash } from 'node:crypto'
import type { Typed } from './story-form.ts'

/** What a form was made from: two who write one story at a time are told apart by it. */
export function revisionOf({ story, teller }: Typed): string {
  const { title, abstract, language, type, wishes, answers } = story
  const { kind, name, bio, minor, guardianEmail } = teller
  const answered = Object.entries(answers)
    .filter(([, answer]) => answer !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const all = [title, abstract, language, type, wishes, answered, kind, name, bio, minor, guardianEmail]
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url').slice(0, 22)
}
