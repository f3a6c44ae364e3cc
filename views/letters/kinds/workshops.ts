import type { LetterKind } from '../catalogue.ts'
import { exampleLink, type Stage } from '../examples/meeting.ts'
import { exampleTold, exampleWorkshop } from '../examples/told.ts'
import { workshopClosed, workshopDropped, workshopIn, workshopOut } from '../workshops.ts'
import { workshopsChosen } from '../workshops-chosen.ts'

/** Letters about a workshop inside a meeting. */
export function workshopKinds(stage: Stage): LetterKind[] {
  const [into, out] = [exampleWorkshop(stage, false, 'REQUEST'), exampleWorkshop(stage, false, 'CANCEL')]
  const grown = exampleWorkshop(stage, true, 'CANCEL')
  return [
    {
      ...{ kind: 'workshop-in', to: 'guests', calendar: 'puts' },
      cases: [{ name: 'one', content: (say) => workshopIn(say, into) }],
    },
    chosenKind(stage),
    {
      ...{ kind: 'workshop-out', to: 'guests', calendar: 'removes' },
      cases: [
        { name: 'one', content: (say) => workshopOut(say, out) },
        { name: 'grown', content: (say) => workshopOut(say, grown) },
      ],
    },
    {
      ...{ kind: 'workshop-dropped', to: 'guests', calendar: 'removes' },
      cases: [{ name: 'one', content: (say) => workshopDropped(say, out) }],
    },
    {
      ...{ kind: 'workshop-closed', to: 'guests', calendar: 'removes' },
      cases: [{ name: 'one', content: (say) => workshopClosed(say, out) }],
    },
  ]
}

/** They chose or left by themselves. */
function chosenKind(stage: Stage): LetterKind {
  const { slot } = exampleWorkshop(stage, false, 'REQUEST')
  const { title, startsAt } = slot
  const told = (chosen: number) =>
    exampleTold(stage, {
      workshops: {
        chosen: [{ title, startsAt, status: 'in' as const }].slice(0, chosen),
        url: exampleLink(stage, 'mine'),
      },
    })
  return {
    ...{ kind: 'workshops-chosen', to: 'guests', calendar: 'puts' },
    cases: [
      { name: 'one', content: (say) => workshopsChosen(say, { ...told(1), entries: ['REQUEST'] }) },
      { name: 'several', content: (say) => workshopsChosen(say, { ...told(1), entries: ['REQUEST', 'CANCEL'] }) },
      { name: 'gone', content: (say) => workshopsChosen(say, { ...told(0), entries: ['CANCEL'] }) },
    ],
  }
}
