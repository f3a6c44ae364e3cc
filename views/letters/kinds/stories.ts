import type { LetterKind } from '../catalogue.ts'
import type { Stage } from '../examples/meeting.ts'
import { exampleStoryTold } from '../examples/story.ts'
import { accepted, coSpeaker, full, handedIn, rejected, reminder, saved } from '../stories.ts'

/** Letters to those who answer a call for stories. */
export function storyKinds(stage: Stage): LetterKind[] {
  const [draft, handed] = [exampleStoryTold(stage, 'draft'), exampleStoryTold(stage, 'handed-in')]
  const [chosen, refused] = [exampleStoryTold(stage, 'accepted'), exampleStoryTold(stage, 'rejected')]
  const minor = exampleStoryTold(stage, 'accepted', true)
  return [
    { ...{ kind: 'story-saved', to: 'tellers' }, cases: [{ name: 'one', content: (say) => saved(say, draft) }] },
    {
      ...{ kind: 'story-handed-in', to: 'tellers' },
      cases: [{ name: 'one', content: (say) => handedIn(say, handed) }],
    },
    {
      ...{ kind: 'story-co-speaker', to: 'tellers' },
      cases: [{ name: 'one', content: (say) => coSpeaker(say, draft) }],
    },
    { ...{ kind: 'story-reminder', to: 'tellers' }, cases: [{ name: 'one', content: (say) => reminder(say, draft) }] },
    {
      ...{ kind: 'story-accepted', to: 'tellers' },
      cases: [
        { name: 'one', content: (say) => accepted(say, chosen) },
        { name: 'minor', content: (say) => accepted(say, minor) },
      ],
    },
    {
      ...{ kind: 'story-rejected', to: 'tellers' },
      cases: [{ name: 'one', content: (say) => rejected(say, refused) }],
    },
    { ...{ kind: 'story-full', to: 'tellers' }, cases: [{ name: 'one', content: (say) => full(say, draft) }] },
  ]
}
