import type { LetterKind } from '../catalogue.ts'
import { exampleBefore } from '../examples/before.ts'
import { exampleLink, type Stage } from '../examples/meeting.ts'
import { message as words } from '../examples/names.ts'
import { exampleTold, friends, leftBehind, schoolClass, standing } from '../examples/told.ts'
import { message } from '../message.ts'
import { afterMove } from '../moved.ts'
import { photosChanged } from '../photos-changed.ts'
import { photosPreview } from '../photos-preview.ts'
import { questionsReminder } from '../questions.ts'
import { already, cancelled, changed, confirmation, left, postponed, waiting } from '../registration.ts'
import { reminder } from '../reminder.ts'
import { resized } from '../resized.ts'
import { stillComing } from '../still-coming.ts'
import { survey } from '../survey.ts'

const standings = ['confirmed', 'waiting', 'offered', 'requested', 'held', 'invited'] as const

/** Letters to whoever registered, about their place and the meeting. */
export function guestKinds(stage: Stage): LetterKind[] {
  const one = exampleTold(stage)
  const inLine = exampleTold(stage, { registration: standing(stage, 'waiting') })
  const who = standings.map((name) => ({ name, registration: standing(stage, name) }))
  return [
    {
      ...{ kind: 'confirmation', to: 'guests', calendar: 'puts' },
      cases: [
        { name: 'one', content: (say) => confirmation(say, one) },
        { name: 'party', content: (say) => confirmation(say, exampleTold(stage, { registration: schoolClass })) },
        { name: 'moved', content: (say) => afterMove(say, confirmation(say, one), leftBehind(stage)) },
      ],
    },
    {
      ...{ kind: 'waiting', to: 'guests' },
      cases: [
        { name: 'one', content: (say) => waiting(say, inLine) },
        { name: 'moved', content: (say) => afterMove(say, waiting(say, inLine), leftBehind(stage)) },
      ],
    },
    {
      ...{ kind: 'already', to: 'guests' },
      cases: who.map(({ name, registration }) => ({
        name,
        content: (say) => already(say, exampleTold(stage, { registration })),
      })),
    },
    { ...{ kind: 'reminder', to: 'guests' }, cases: [{ name: 'one', content: (say) => reminder(say, one) }] },
    surveyKind(stage),
    changedKind(stage),
    {
      ...{ kind: 'postponed', to: 'guests', calendar: 'puts' },
      cases: who
        .filter(({ name }) => name !== 'invited')
        .map(({ name, registration }) => ({
          name,
          content: (say) => postponed(say, exampleTold(stage, { registration, meeting: { status: 'postponed' } })),
        })),
    },
    {
      ...{ kind: 'cancelled', to: 'guests', calendar: 'removes' },
      cases: who.slice(0, 2).map(({ name, registration }) => ({
        name,
        content: (say) => cancelled(say, exampleTold(stage, { registration, meeting: { status: 'cancelled' } })),
      })),
    },
    leftKind(stage),
    {
      ...{ kind: 'resized', to: 'guests' },
      cases: [
        {
          name: 'one',
          content: (say) => {
            const sizeBefore = { kind: 'friends', seats: 2, adults: 0 } as const
            return resized(say, exampleTold(stage, { registration: friends, sizeBefore }))
          },
        },
      ],
    },
    {
      ...{ kind: 'still-coming', to: 'guests' },
      cases: [{ name: 'one', content: (say) => stillComing(say, exampleTold(stage, { registration: schoolClass })) }],
    },
    questionsKind(stage),
    {
      ...{ kind: 'photos-changed', to: 'guests' },
      cases: [{ name: 'one', content: (say) => photosChanged(say, one) }],
    },
    {
      ...{ kind: 'photos-preview', to: 'guests' },
      cases: [{ name: 'one', content: (say) => photosPreview(say, one, one.meeting.endsAt.add({ hours: 7 * 24 })) }],
    },
    {
      ...{ kind: 'message', to: 'guests' },
      cases: [
        { name: 'one', content: (say) => message(say, one, words, null) },
        { name: 'news', content: (say) => message(say, one, words, exampleLink(stage, 'unsubscribe')) },
      ],
    },
  ]
}

function surveyKind(stage: Stage): LetterKind {
  const { project, meeting } = exampleTold(stage)
  const told = { project, meeting, expiresAt: meeting.endsAt.add({ hours: 14 * 24 }) }
  const links = { surveyUrl: exampleLink(stage, 'survey'), unsubscribeUrl: exampleLink(stage, 'unsubscribe') }
  return {
    ...{ kind: 'survey', to: 'guests' },
    cases: [
      { name: 'one', content: (say) => survey(say, { ...told, ...links, className: null }) },
      { name: 'party', content: (say) => survey(say, { ...told, ...links, className: '9.b' }) },
    ],
  }
}

function changedKind(stage: Stage): LetterKind {
  const [before, postponed] = [exampleBefore(stage), exampleBefore(stage, 'postponed')]
  const told = (name: 'confirmed' | 'waiting' | 'offered' | 'requested' | 'held') =>
    exampleTold(stage, { registration: standing(stage, name), before })
  return {
    ...{ kind: 'changed', to: 'guests', calendar: 'puts' },
    cases: [
      ...(['confirmed', 'waiting', 'offered', 'requested', 'held'] as const).map((name) => ({
        name,
        content: (say: Parameters<typeof changed>[0]) => changed(say, told(name)),
      })),
      { name: 'again', content: (say) => changed(say, exampleTold(stage, { before: postponed })) },
      {
        name: 'still-postponed',
        content: (say) => changed(say, exampleTold(stage, { before: postponed, meeting: { status: 'postponed' } })),
      },
    ],
  }
}

function leftKind(stage: Stage): LetterKind {
  return {
    ...{ kind: 'left', to: 'guests', calendar: 'removes' },
    cases: [
      ...(['confirmed', 'waiting', 'requested', 'invited'] as const).map((name) => ({
        name,
        content: (say: Parameters<typeof left>[0]) =>
          left(say, exampleTold(stage, { was: name, inCalendar: name === 'confirmed' })),
      })),
      {
        name: 'by-calendar',
        content: (say) => left(say, exampleTold(stage, { was: 'confirmed', inCalendar: true, byCalendar: true })),
      },
      {
        name: 'guardian',
        content: (say) => left(say, exampleTold(stage, { was: 'held', inCalendar: false, isErased: true })),
      },
    ],
  }
}

function questionsKind(stage: Stage): LetterKind {
  const told = (count: number) => {
    const { questions } = exampleTold(stage)
    return exampleTold(stage, { questions: { ...questions, open: count, needed: count } })
  }
  return {
    ...{ kind: 'questions-reminder', to: 'guests' },
    cases: [
      { name: 'one', content: (say) => questionsReminder(say, told(1)) },
      { name: 'several', content: (say) => questionsReminder(say, told(3)) },
    ],
  }
}
