import type { LetterKind } from '../catalogue.ts'
import { childContent } from '../child.ts'
import { exampleLink, type Stage } from '../examples/meeting.ts'
import { exampleGuardianTold } from '../examples/speaker.ts'
import { exampleTold, standing } from '../examples/told.ts'
import { guardianContent } from '../guardian.ts'

/** Letters to whom somebody young named as a parent or guardian. */
export function guardianKinds(stage: Stage): LetterKind[] {
  const told = exampleTold(stage, { registration: standing(stage, 'held') })
  const child = { ...told, answerUrl: exampleLink(stage, 'child') }
  const ofSpeaker = exampleGuardianTold(stage)
  return [
    ...(['child-request', 'child-reminder', 'child-lapsed', 'photos-request', 'photos-again'] as const).map(
      (kind): LetterKind => ({
        ...{ kind, to: 'guardians' },
        cases: [{ name: 'one', content: (say) => childContent(say, kind, child) }],
      }),
    ),
    ...(['guardian-request', 'guardian-reminder'] as const).map(
      (kind): LetterKind => ({
        ...{ kind, to: 'guardians' },
        cases: [{ name: 'one', content: (say) => guardianContent(say, kind, ofSpeaker) }],
      }),
    ),
  ]
}
