import { inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Registration, registrations, type Speaker, speakers } from '../../db/schema.ts'

/** Whose secret a reply was sent to. */
export type Holder = { is: 'guest'; registration: Registration } | { is: 'speaker'; speaker: Speaker }

const most = 20

/** Null when it was sent to no secret of ours: whoever it claims to be from, it is not heeded. */
export async function holderOf(db: Reads, tags: readonly string[]): Promise<Holder | null> {
  const tokens = tags.filter((tag) => /^[0-9a-f]{32}$/.test(tag)).slice(0, most)
  if (tokens.length === 0) return null
  const [registration] = await db.select().from(registrations).where(inArray(registrations.replyToken, tokens)).limit(1)
  if (registration) return { is: 'guest', registration }
  const [speaker] = await db.select().from(speakers).where(inArray(speakers.replyToken, tokens)).limit(1)
  return speaker ? { is: 'speaker', speaker } : null
}

export function addressOf(holder: Holder): string {
  return (holder.is === 'guest' ? holder.registration.email : holder.speaker.email)?.toLowerCase() ?? ''
}

export function asHolder(holder: Holder): { registrationId: string } | { speakerId: string } {
  return holder.is === 'guest' ? { registrationId: holder.registration.id } : { speakerId: holder.speaker.id }
}
