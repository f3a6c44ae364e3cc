import type { LetterKind } from '../catalogue.ts'
import type { Stage } from '../examples/meeting.ts'
import { exampleTold, standing } from '../examples/told.ts'
import { lapsed, offer } from '../registration.ts'
import { guardianUnknown, held, invited, refused, requested } from '../requests.ts'

/** Letters about a place that somebody has to say yes to first. */
export function requestKinds(stage: Stage): LetterKind[] {
  const told = (status: Parameters<typeof standing>[1]) =>
    exampleTold(stage, { registration: standing(stage, status), inCalendar: false })
  return [
    { ...{ kind: 'offer', to: 'guests' }, cases: [{ name: 'one', content: (say) => offer(say, told('offered')) }] },
    {
      ...{ kind: 'requested', to: 'guests' },
      cases: [{ name: 'one', content: (say) => requested(say, told('requested')) }],
    },
    { ...{ kind: 'refused', to: 'guests' }, cases: [{ name: 'one', content: (say) => refused(say, told('refused')) }] },
    { ...{ kind: 'invited', to: 'guests' }, cases: [{ name: 'one', content: (say) => invited(say, told('invited')) }] },
    { ...{ kind: 'held', to: 'guests' }, cases: [{ name: 'one', content: (say) => held(say, told('held')) }] },
    {
      ...{ kind: 'guardian-unknown', to: 'guests' },
      cases: [{ name: 'one', content: (say) => guardianUnknown(say, told('held')) }],
    },
    {
      ...{ kind: 'lapsed', to: 'guests' },
      cases: (['offered', 'held', 'invited'] as const).map((was) => ({
        name: was,
        content: (say) => lapsed(say, { ...told('lapsed'), was }),
      })),
    },
  ]
}
