import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { PhotoChannel } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { photoChannels } from '../consents/standing.ts'
import { choice, line, localisedText, optionalDate, optionalLine, wholeNumber } from '../fields.ts'
import type { ManyWords, Seen } from './edit-photo.ts'

const ticks = z.record(z.string(), z.string()).catch({}).default({})
/** Whoever sends none has seen none. */
const seen = optionalLine(10).transform((text) => Number(text) || 0)
const needed: MessageKey = 'problem.required'

export const openingFields = z.object({
  publicFrom: optionalDate()
    .refine((day) => day !== null, needed)
    .transform((day) => day ?? ''),
})

export function photoFields(locales: readonly Locale[]) {
  return z.object({
    alt: localisedText(locales, 300),
    credit: optionalLine(120),
    slot: optionalLine(60),
    position: wholeNumber(1, 10_000),
    people: choice(['unknown', 'nobody', 'marked']),
    channels: ticks,
    objections: seen,
  })
}

export const manyFields = z.object({
  photo: ticks,
  credit: optionalLine(120),
  people: optionalLine(20),
  setChannels: optionalLine(10),
  channels: ticks,
  objections: seen,
})

export const who = z.object({ kind: choice(['registration', 'participant', 'speaker']), id: line(60) })

export function ticked(channels: Record<string, string>): PhotoChannel[] {
  return photoChannels.filter((channel) => channels[channel])
}

export function saidOfMany(said: z.output<typeof manyFields>): ManyWords & Seen {
  return {
    objections: said.objections,
    ids: Object.keys(said.photo),
    ...(said.credit ? { credit: said.credit } : {}),
    ...(said.people ? { people: 'nobody' as const } : {}),
    ...(said.setChannels ? { channels: ticked(said.channels) } : {}),
  }
}
