import { z } from 'zod'
import type { Commitment, Meeting, Project } from '../../db/schema.ts'
import { choice, localisedText, neededText, once, optionalDate, optionalLine } from '../fields.ts'
import type { Typed } from '../forms.ts'

export const states = ['promised', 'under-way', 'kept', 'dropped'] as const

/** What was said and is promised. `meetingId`: where; null: elsewhere. */
export function commitmentForm({ locales }: Project, meetings: readonly Pick<Meeting, 'id'>[]) {
  return z.object({
    said: neededText(locales, 500, true),
    will: neededText(locales, 500, true),
    office: localisedText(locales, 120),
    dueOn: optionalDate(),
    meetingId: optionalLine(60).transform((id) => meetings.find((meeting) => meeting.id === id)?.id ?? null),
    once: once(),
  })
}

/** How it goes: in words, and what was done where it is kept or given up. */
export function stepForm({ locales }: Project) {
  return z.object({
    state: choice(states),
    dueOn: optionalDate(),
    did: localisedText(locales, 500, true),
    note: localisedText(locales, 500, true),
  })
}

export type CommitmentInput = Omit<z.output<ReturnType<typeof commitmentForm>>, 'once'>
export type StepInput = z.output<ReturnType<typeof stepForm>>

export function typedCommitment({ said, will, office, dueOn, meetingId }: CommitmentInput): Typed {
  return {
    ...{ dueOn: dueOn ?? '', meetingId: meetingId ?? '' },
    ...typedTexts({ said, will, office }),
  }
}

/** Where it stands, to be changed; a note is about the change alone. */
export function typedStep({ state, dueOn, did }: Pick<Commitment, 'state' | 'dueOn' | 'did'>): Typed {
  return { state, dueOn: dueOn ?? '', ...typedTexts({ did }) }
}

function typedTexts(texts: Record<string, object>): Typed {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      Object.entries(text).map(([locale, words]) => [`${name}.${locale}`, words]),
    ),
  )
}
