import type { MessageKey, MessageValues } from '../../views/say.ts'
import type { Branched } from './branched.ts'

/** What is wrong with somebody's words. */
export type Objection = { key: MessageKey; values: MessageValues }

/** What the words in place of a message may hold. */
export type Rules = { allowed: string[]; required: string[]; isSubject: boolean; max: number }

const longest = { subject: 150, text: 2000 }

/** What a letter is about must be told from its subject. */
const inSubjects: readonly string[] = ['title', 'workshop', 'where']

/** What the reader learns nowhere else in the letter. */
const inTexts: Partial<Record<MessageKey, readonly string[]>> = {
  'letter.agenda.clash': ['one', 'other'],
  'letter.child-lapsed.lead': ['age'],
  'letter.child-reminder.lead': ['age'],
  'letter.child-request.lead': ['age'],
  'letter.invitation.body': ['inviter', 'where'],
  'letter.invitation.how': ['email'],
  'letter.moved': ['title'],
  'letter.photos-again.lead': ['age'],
  'letter.photos-request.lead': ['age'],
  'letter.slides-reminder.lead': ['asked'],
  'letter.speaker.off': ['title'],
  'letter.speaker.off-calendar': ['title'],
  'letter.speaker.off-self': ['title'],
}

export function isSubject(key: MessageKey): boolean {
  return /[.-]subject(-kept)?$/.test(key)
}

/** `usual`: the message that the words take the place of. */
export function rulesOf(key: MessageKey, { kind, by, texts }: Branched): Rules {
  const named = new Set(Object.values(texts).flatMap((text) => placeholdersIn(text)))
  const allowed = [...named, ...(kind === 'plural' && by ? [by] : [])]
  const needed = isSubject(key) ? inSubjects : (inTexts[key] ?? [])
  return {
    allowed: [...new Set(allowed)],
    required: needed.filter((name) => named.has(name)),
    isSubject: isSubject(key),
    max: isSubject(key) ? longest.subject : longest.text,
  }
}

/** The first thing that keeps these words from being sent; null if nothing does. */
export function objectionTo(text: string, { allowed, required, isSubject, max }: Rules): Objection | null {
  const names = placeholdersIn(text)
  const unknown = names.find((name) => !allowed.includes(name))
  const missing = required.find((name) => !names.includes(name))
  const found: [boolean, MessageKey, MessageValues?][] = [
    [text.trim() === '', 'letter-texts.problem.empty'],
    [text.length > max, 'letter-texts.problem.long', { max }],
    [isSubject && /[\r\n\u2028\u2029]/.test(text), 'letter-texts.problem.line-break'],
    [/(?!\n)\p{Cc}|\p{Surrogate}/u.test(text), 'problem.characters'],
    [/[{}]/.test(text.replace(placeholder, '')), 'letter-texts.problem.braces'],
    [unknown !== undefined, 'letter-texts.problem.unknown', { name: `{${unknown?.slice(0, 40)}}` }],
    [missing !== undefined, 'letter-texts.problem.missing', { name: `{${missing}}` }],
  ]
  const [first] = found.filter(([isSo]) => isSo)
  return first ? { key: first[1], values: first[2] ?? {} } : null
}

const placeholder = /\{([^{}]*)\}/g

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name)
}
