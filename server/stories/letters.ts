import type { LetterContent } from '../../views/letters/frame.ts'
import {
  accepted,
  coSpeaker,
  full,
  handedIn,
  rejected,
  reminder,
  type StoryTold,
  saved,
} from '../../views/letters/stories.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import type { Say } from '../../views/say.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { callState, zoneOf } from './call-state.ts'
import { hasJoined } from './held.ts'
import { freshCall } from './queries.ts'
import { reminderDue } from './reminder-due.ts'
import type { StoryLetter } from './tell.ts'
import { storyToldOf } from './told.ts'

type Premise = (told: StoryTold, now: Temporal.Instant) => boolean

/** What each letter takes for granted, asked when it is posted. */
const stillTrue: Record<StoryLetter, Premise> = {
  'story-saved': ({ story }) => story.status === 'draft',
  'story-handed-in': ({ story }) => story.status === 'handed-in',
  'story-co-speaker': ({ story, me }) =>
    ['draft', 'handed-in'].includes(story.status) && !me.joinedAt && !me.declinedAt,
  'story-reminder': (told, now) =>
    told.story.status === 'draft' && callState(told, now) === 'open' && isDue(told, now) && hasJoined(told.me),
  'story-accepted': ({ story }) => story.status === 'accepted',
  'story-rejected': ({ story }) => story.status === 'rejected',
}

export const storyWriters: Record<StoryLetter | 'story-full', Writer> = {
  'story-saved': writer('story-saved', saved),
  'story-handed-in': writer('story-handed-in', handedIn),
  'story-co-speaker': writer('story-co-speaker', coSpeaker),
  'story-reminder': writer('story-reminder', reminder),
  'story-accepted': writer('story-accepted', accepted),
  'story-rejected': writer('story-rejected', rejected),
  'story-full': fullLetter,
}

function writer(kind: StoryLetter, content: (say: Say, told: StoryTold) => LetterContent): Writer {
  return async (db, letter, { config, now }) => {
    const told = await storyToldOf(db, letter, config.publicUrl)
    if (!told || !stillTrue[kind](told, now)) return null
    const { project } = told
    const written = await worded(db, letter, (voice) => content(voice, told), colourOf(project))
    return { ...written, replyTo: project.contactEmail || undefined }
  }
}

async function fullLetter(
  db: Parameters<Writer>[0],
  letter: Parameters<Writer>[1],
  { config, now }: Parameters<Writer>[2],
): ReturnType<Writer> {
  const found = await freshCall(db, { id: letter.facts.call ?? '' })
  if (!found || callState(found, now) !== 'open') return null
  const { project, meeting } = found
  const callUrl = config.publicUrl + paths.call(project, meeting)
  const told = { ...found, zone: zoneOf(found), callUrl }
  const written = await worded(db, letter, (voice) => full(voice, told), colourOf(project))
  return { ...written, replyTo: project.contactEmail || undefined }
}

/** The deadline may have been moved on since the letter was queued. */
function isDue({ call }: StoryTold, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, reminderDue(call)) >= 0
}
