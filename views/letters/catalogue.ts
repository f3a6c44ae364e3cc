import type { Say } from '../say.ts'
import type { Stage } from './examples/meeting.ts'
import type { LetterContent } from './frame.ts'
import { dialogueKinds } from './kinds/dialogue.ts'
import { guardianKinds } from './kinds/guardians.ts'
import { guestKinds } from './kinds/guests.ts'
import { organiserKinds } from './kinds/organisers.ts'
import { requestKinds } from './kinds/requests.ts'
import { speakerKinds } from './kinds/speakers.ts'
import { storyKinds } from './kinds/stories.ts'
import { workshopKinds } from './kinds/workshops.ts'

export const readers = ['guests', 'guardians', 'speakers', 'tellers', 'organisers'] as const
type Readers = (typeof readers)[number]

/** What differs between one reader and another of the same kind of letter. */
export type CaseName =
  | 'again'
  | 'answerer'
  | 'app-added'
  | 'app-removed'
  | 'by-calendar'
  | 'by-self'
  | 'clash'
  | 'code-used'
  | 'codes-new'
  | 'confirmed'
  | 'door'
  | 'forgotten'
  | 'gone'
  | 'group'
  | 'grown'
  | 'guardian'
  | 'guest'
  | 'held'
  | 'invited'
  | 'late'
  | 'minor'
  | 'moderator'
  | 'moved'
  | 'new'
  | 'news'
  | 'offered'
  | 'one'
  | 'organiser'
  | 'owner'
  | 'party'
  | 'passkey-added'
  | 'passkey-removed'
  | 'requested'
  | 'several'
  | 'still-postponed'
  | 'their-own'
  | 'unreleased'
  | 'waiting'

/** One way in which a kind of letter reads, and an invented letter of it. */
export type LetterCase = { name: CaseName; content: (say: Say) => LetterContent }

/** `calendar`: what it does to a calendar entry, at least in some cases. */
export type LetterKind = { kind: string; to: Readers; calendar?: 'puts' | 'removes'; cases: LetterCase[] }

/** Every kind of letter of the product, whom it goes to and how it reads. */
export function letterKinds(stage: Stage): LetterKind[] {
  return [
    ...guestKinds(stage),
    ...requestKinds(stage),
    ...workshopKinds(stage),
    ...guardianKinds(stage),
    ...speakerKinds(stage),
    ...storyKinds(stage),
    ...dialogueKinds(stage),
    ...organiserKinds(stage),
  ]
}
