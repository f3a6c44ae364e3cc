import type { Story, StorySpeaker } from '../../db/schema.ts'
import type { Typed } from './story-form.ts'

/** Whoever had the idea comes first: they hand in and withdraw, and ask others to join. */
export function isProposer({ position }: Pick<StorySpeaker, 'position'>): boolean {
  return position === 1
}

/** They write along: from the start, or since they joined. */
export function hasJoined({ joinedAt, declinedAt }: Pick<StorySpeaker, 'joinedAt' | 'declinedAt'>): boolean {
  return joinedAt !== null && declinedAt === null
}

/** Not decided; what was withdrawn can be taken up again. */
export function isWritable({ story }: { story: Pick<Story, 'status'> }): boolean {
  return ['draft', 'handed-in', 'withdrawn'].includes(story.status)
}

/** What the holder of a link sees in their form. */
export function writtenBy({ story, me }: { story: Story; me: StorySpeaker }): Typed {
  return { story, teller: me }
}
