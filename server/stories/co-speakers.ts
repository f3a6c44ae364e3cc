import type { z } from 'zod'
import { complain } from '../complain.ts'
import { emailAddress, paragraph } from '../fields.ts'

/** Addresses of those who would tell a story with its proposer. */
export type CoSpeakers = string[]

export const mostCoSpeakers = 10

/** One address on a line; each once, however its capitals are. */
export function addresses() {
  return paragraph(3000).transform((lines, context): CoSpeakers => {
    const typed = lines.split(/[\n,;]/).map((line) => line.trim())
    const each = new Map(typed.filter(Boolean).map((address) => [address.toLowerCase(), address]))
    const all = [...each.values()]
    if (all.some((address) => !isAddress(address))) complain(context, [], 'problem.email')
    if (all.length > mostCoSpeakers) complain(context, [], 'story.too-many-speakers')
    return all
  })
}

const one: z.ZodType<string> = emailAddress()

function isAddress(address: string): boolean {
  return one.safeParse(address).success
}
