import { agendaChanged } from '../agenda-changed.ts'
import type { LetterKind } from '../catalogue.ts'
import { clashing, exampleDigest, ofSpeaker } from '../examples/digest.ts'
import type { Stage } from '../examples/meeting.ts'
import { exampleSlides, exampleSpeakerTold } from '../examples/speaker.ts'
import { slidesReminder } from '../slides.ts'
import {
  speakerCancelled,
  speakerChanged,
  speakerConfirmed,
  speakerInvitation,
  speakerOff,
  speakerPostponed,
  speakerReminder,
} from '../speaker.ts'

type Content = typeof speakerOff

/** Letters to those who speak, and about what changed in the agenda. */
export function speakerKinds(stage: Stage): LetterKind[] {
  const told = (changes: Parameters<typeof exampleSpeakerTold>[1]) => exampleSpeakerTold(stage, changes)
  const sure = { standing: 'confirmed', isSure: true } as const
  const twice = (content: Content, changes: Parameters<typeof told>[0] = {}): LetterKind['cases'] => [
    { name: 'one', content: (say) => content(say, told(changes)) },
    { name: 'group', content: (say) => content(say, told({ ...changes, kind: 'group' })) },
  ]
  return [
    { ...{ kind: 'speaker-invitation', to: 'speakers' }, cases: twice(speakerInvitation) },
    { ...{ kind: 'speaker-reminder', to: 'speakers' }, cases: twice(speakerReminder) },
    {
      ...{ kind: 'speaker-confirmed', to: 'speakers', calendar: 'puts' },
      cases: [
        ...twice(speakerConfirmed, sure),
        { name: 'unreleased', content: (say) => speakerConfirmed(say, told({ standing: 'confirmed' })) },
      ],
    },
    {
      ...{ kind: 'speaker-off', to: 'speakers', calendar: 'removes' },
      cases: [
        ...twice(speakerOff, sure),
        { name: 'by-self', content: (say) => speakerOff(say, told({ ...sure, bySelf: true })) },
        { name: 'by-calendar', content: (say) => speakerOff(say, { ...told(sure), byCalendar: true }) },
      ],
    },
    { ...{ kind: 'speaker-changed', to: 'speakers', calendar: 'puts' }, cases: twice(speakerChanged, sure) },
    { ...{ kind: 'speaker-postponed', to: 'speakers', calendar: 'puts' }, cases: twice(speakerPostponed, sure) },
    { ...{ kind: 'speaker-cancelled', to: 'speakers', calendar: 'removes' }, cases: twice(speakerCancelled, sure) },
    {
      ...{ kind: 'slides-reminder', to: 'speakers' },
      cases: [{ name: 'one', content: (say) => slidesReminder(say, exampleSlides(stage)) }],
    },
    agendaKind(stage),
  ]
}

/** To guests as well as to speakers. */
function agendaKind(stage: Stage): LetterKind {
  const told = (changes: Parameters<typeof exampleDigest>[1]) => exampleDigest(stage, changes)
  return {
    ...{ kind: 'agenda-changed', to: 'speakers', calendar: 'puts' },
    cases: [
      { name: 'guest', content: (say) => agendaChanged(say, told({})) },
      { name: 'clash', content: (say) => agendaChanged(say, told(clashing(stage))) },
      { name: 'new', content: (say) => agendaChanged(say, told(ofSpeaker(stage, 'new'))) },
      { name: 'their-own', content: (say) => agendaChanged(say, told(ofSpeaker(stage, 'moved'))) },
      { name: 'several', content: (say) => agendaChanged(say, told(ofSpeaker(stage, 'several'))) },
      { name: 'gone', content: (say) => agendaChanged(say, told(ofSpeaker(stage, 'gone'))) },
    ],
  }
}
