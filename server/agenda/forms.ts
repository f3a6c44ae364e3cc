import { z } from 'zod'
import type { Meeting, Project } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import {
  checkbox,
  choice,
  instantIn,
  localisedText,
  neededText,
  once,
  optionalLine,
  optionalMoment,
  paragraph,
  wholeNumber,
} from '../fields.ts'
import type { DraftAgenda } from './queries.ts'
import { slotTypes, usualMinutes } from './session-types.ts'
import type { SlotInput } from './slot-input.ts'

export function slotForm({ locales }: Project, { zone }: Meeting, { days, rooms }: DraftAgenda): z.ZodType<SlotInput> {
  return z
    .object({
      type: choice(slotTypes),
      title: neededText(locales, 200),
      summary: localisedText(locales, 2000, true),
      minutes: optionalNumber(1, 1440),
      gapMinutes: optionalNumber(0, 1440),
      room: oneOf(rooms),
      day: oneOf(days),
      pinnedAt: pin(zone),
      speakers: names(),
      internal: checkbox(),
      introducedBy: optionalLine(120),
      slidesWanted: checkbox(),
      once: once(),
    })
    .transform(({ room, day, minutes, gapMinutes, ...said }) => ({
      ...said,
      roomId: room,
      dayId: day,
      minutes: minutes ?? usualMinutes[said.type],
      gapMinutes: gapMinutes ?? 0,
    }))
}

export function roomForm({ locales }: Project) {
  return z.object({ name: neededText(locales, 80), capacity: optionalNumber(1, 100_000), once: once() })
}

export const stretchForm = z.object({ minutes: wholeNumber(5, 1440) })
export const lateForm = z.object({
  minutes: wholeNumber(-120, 240).refine((minutes) => minutes !== 0, says('problem.not-zero')),
  once: once(),
})
/** Whatever was sent: to be sent again as it is. */
export const anyForm = z.object({})
export const pinForm = z.object({ pinned: checkbox() })

/** One of these rows, or none when left empty. */
export function oneOf(rows: readonly { id: string }[]) {
  return optionalLine(60)
    .refine((id) => id === '' || rows.some((row) => row.id === id), says('problem.choice'))
    .transform((id) => id || null)
}

function optionalNumber(min: number, max: number) {
  return z.preprocess((typed) => typed || null, wholeNumber(min, max).nullable())
}

function pin(zone: string) {
  return optionalMoment().transform((moment, context) => {
    const at = moment && instantIn(moment, zone)
    if (at || !moment) return at
    context.issues.push({ code: 'custom', message: says('problem.clock-change'), input: String(moment) })
    return z.NEVER
  })
}

function names() {
  return paragraph(4000)
    .transform((lines) =>
      lines
        .split('\n')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .refine((all) => all.length <= 20 && all.every(({ length }) => length <= 120), says('agenda.speakers-limit'))
}

function says(key: MessageKey): MessageKey {
  return key
}
