import { z } from 'zod'
import type { PhotoChannel } from '../../db/schema.ts'
import { optionalLine } from '../fields.ts'
import type { Typed } from '../forms.ts'
import { type Paper, type PaperSaid, paperMark } from './papers.ts'

/**
 * One line a person: `papers.<id>.back`, `papers.<id>.<channel>`, and `papers.<id>.was` as it was shown; `photosText`: the
 * words that stood beside it.
 */
export function papersForm(channels: readonly PhotoChannel[]) {
  const lineOf = z.record(z.string(), z.string())
  return z
    .object({ papers: z.record(z.string(), lineOf).catch({}), photosText: optionalLine(60) })
    .transform(({ papers, photosText }) => ({
      lines: Object.entries(papers).map(([id, line]) => paperSaid(channels, id, line)),
      textVersion: photosText,
    }))
}

function paperSaid(channels: readonly PhotoChannel[], participantId: string, line: Record<string, string>): PaperSaid {
  const agreed = channels.filter((channel) => line[channel])
  return {
    participantId,
    was: marked(channels, line.was ?? ''),
    now: line.back || agreed.length > 0 ? { agreed } : null,
  }
}

function marked(channels: readonly PhotoChannel[], mark: string): Paper {
  const names = mark.slice(1).split(',')
  return mark.startsWith('+') ? { agreed: channels.filter((channel) => names.includes(channel)) } : null
}

/** What the form shows before anybody changes it. */
export function typedPapers(papers: ReadonlyMap<string, Paper>): Typed {
  const lines = [...papers].flatMap(([id, paper]) => [
    [`papers.${id}.was`, paperMark(paper)],
    ...(paper ? [[`papers.${id}.back`, 'yes']] : []),
    ...(paper?.agreed ?? []).map((channel) => [`papers.${id}.${channel}`, 'yes']),
  ])
  return Object.fromEntries(lines)
}
