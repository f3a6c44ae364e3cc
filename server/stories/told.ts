import type { Reads } from '../../db/open.ts'
import type { Letter, Meeting } from '../../db/schema.ts'
import type { StoryTold } from '../../views/letters/stories.ts'
import { paths } from '../../views/paths.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { zoneOf } from './call-state.ts'
import { storyForgottenAt } from './forgotten-at.ts'
import { storyOfSpeaker } from './queries.ts'

/** What a letter about a story is written from; null once its link or its story is gone. */
export async function storyToldOf(db: Reads, letter: Letter, publicUrl: string): Promise<StoryTold | null> {
  if (!letter.storySpeakerId || !letter.token) return null
  const found = await storyOfSpeaker(db, { id: letter.storySpeakerId })
  if (!found) return null
  return {
    ...found,
    wentTo: await wentTo(db, letter, found.meeting),
    zone: zoneOf(found),
    line: letter.facts.line ?? '',
    forgottenAt: storyForgottenAt(found.story, found.call, found.meeting),
    ownUrl: publicUrl + paths.story(letter.token),
    callUrl: publicUrl + paths.call(found.project, found.meeting),
    publicUrl,
  }
}

/** The meeting a story was accepted for; its letter is filed there. */
async function wentTo(db: Reads, { meetingId }: Letter, meeting: Meeting | null): Promise<Meeting | null> {
  return meeting ?? (meetingId ? await freshMeeting(db, { id: meetingId }) : null)
}
