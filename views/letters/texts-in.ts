import type { MessageKey, MessageValues, Say } from '../say.ts'
import type { CaseName, LetterKind } from './catalogue.ts'

/** A text that a kind of letter is made of, in some or all of its cases, and what filled it in the example. */
export type TextIn = {
  key: MessageKey
  part: 'subject' | 'lead' | 'further'
  cases: CaseName[]
  values: MessageValues
}

/** What the system itself says to organisers: no project puts that otherwise. */
const fixed: readonly string[] = [
  'abuse-reported',
  'letters-late',
  'letters-returned',
  'message-test',
  'second-factor',
  'sign-in',
]

/**
 * The texts of a kind that can be put otherwise: what its letters say in their subject, their first lines and their
 * further ones. Facts, buttons, links and the small print stay as they are.
 */
export function textsIn({ kind, cases }: LetterKind, voice: Say): TextIn[] {
  const found = new Map<MessageKey, TextIn>()
  for (const one of fixed.includes(kind) ? [] : cases) {
    const heard = new Map<MessageKey, MessageValues>()
    one.content(listening(voice, heard))
    for (const { key, part } of markedIn(one.content(marking(voice)))) {
      const text = found.get(key) ?? { key, part, cases: [], values: heard.get(key) ?? {} }
      found.set(key, { ...text, cases: [...text.cases, one.name] })
    }
  }
  const order = ['subject', 'lead', 'further']
  return [...found.values()].toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
}

function markedIn({ subject, lead, further = [] }: ReturnType<LetterKind['cases'][number]['content']>) {
  const lines = further.filter((line) => typeof line === 'string').join('\n')
  return Object.entries({ subject, lead, further: lines }).flatMap(([part, text]) =>
    [...new Set([...text.matchAll(mark)].map(([, key]) => key))].map((key) => ({
      key: key as MessageKey,
      part: part as TextIn['part'],
    })),
  )
}

const mark = /\ue000(letter\.[^\ue001]+)\ue001/g

/** Says the name of every message in place of the message. */
function marking({ locale }: Say): Say {
  return Object.assign((key: MessageKey) => `\ue000${key}\ue001`, { locale })
}

function listening(voice: Say, heard: Map<MessageKey, MessageValues>): Say {
  const spoken = (key: MessageKey, values: MessageValues = {}) => {
    heard.set(key, values)
    return voice(key, values)
  }
  return Object.assign(spoken, { locale: voice.locale })
}
