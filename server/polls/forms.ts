import { z } from 'zod'
import type { Locale, Localised } from '../../db/languages.ts'
import type { Poll, Project } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { choice, localisedText, neededText, once } from '../fields.ts'

export const pollKinds = ['one', 'several', 'scale', 'words'] as const
const [fewest, most] = [2, 10]

export type PollInput = Pick<Poll, 'kind' | 'question'> & { options: Localised[] }

/** A poll as its moderator types it: of options one to a line, in each language as many or none. */
export function pollForm({ locales }: Pick<Project, 'locales'>) {
  return z
    .object({
      kind: choice(pollKinds),
      question: neededText(locales, 200),
      options: localisedText(locales, 1000, true),
      once: once(),
    })
    .transform(({ options, ...poll }, context): PollInput & { once: string | undefined } => {
      const lines = linesOf(options)
      const problem = problemWith(poll.kind, lines)
      if (!problem) return { ...poll, options: poll.kind === 'words' ? [] : together(lines) }
      context.issues.push({ code: 'custom', message: problem, input: options, path: ['options', locales[0] ?? 'lv'] })
      return z.NEVER
    })
}

type Lines = [Locale, string[]][]

function linesOf(options: Localised): Lines {
  return Object.entries(options).map(([locale, text]) => [
    locale as Locale,
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ])
}

/** Of a scale what its two ends mean, or nothing. */
function problemWith(kind: Poll['kind'], lines: Lines): MessageKey | null {
  const counts = new Set(lines.map(([, texts]) => texts.length))
  if (kind === 'words') return null
  if (counts.size > 1) return 'polls.uneven'
  const [count = 0] = counts
  if (kind === 'scale') return count === 0 || count === 2 ? null : 'polls.two-ends'
  return count < fewest || count > most ? 'polls.options-needed' : null
}

function together(lines: Lines): Localised[] {
  const count = lines[0]?.[1].length ?? 0
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(lines.map(([locale, texts]) => [locale, texts[i] ?? ''])),
  )
}
