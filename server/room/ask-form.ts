import { z } from 'zod'
import type { Group } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { emailAddress, optionalLine, paragraph } from '../fields.ts'

const required: MessageKey = 'problem.required'
const unknown: MessageKey = 'problem.choice'

/** A question to the room: to one of the slots, from one of the groups, signed or not. */
export function askForm(slots: readonly Pick<ReleasedSlot, 'id'>[], groups: readonly Pick<Group, 'id'>[]) {
  return z.object({
    text: paragraph(500).refine((text) => /[\p{L}\p{N}]/u.test(text), required),
    slot: oneOf(slots),
    group: oneOf(groups),
    name: optionalLine(60),
    email: z.union([z.literal(''), emailAddress()]).default(''),
  })
}

export type Question = z.output<ReturnType<typeof askForm>>

function oneOf(known: readonly { id: string }[]) {
  return optionalLine(60).refine((chosen) => chosen === '' || known.some(({ id }) => id === chosen), unknown)
}
