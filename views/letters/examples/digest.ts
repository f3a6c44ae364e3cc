import type { DigestTold } from '../digest-told.ts'
import { exampleLink, exampleMeeting, exampleProject, type Stage } from './meeting.ts'
import { people, titles } from './names.ts'
import { exampleSlot } from './slot.ts'

/** What a letter to a guest about a changed agenda is written from. */
export function exampleDigest(stage: Stage, changes: Partial<DigestTold> = {}): DigestTold {
  const meeting = exampleMeeting(stage)
  return {
    ...{
      project: exampleProject(stage),
      meeting,
      own: [],
      workshops: [],
      speakers: [],
      clashes: [],
      severalDays: false,
    },
    others: [{ was: exampleSlot(stage, 30), is: exampleSlot(stage, 60) }],
    manageUrl: exampleLink(stage, 'mine'),
    forgottenAt: meeting.endsAt.add({ hours: 30 * 24 }),
    publicUrl: stage.publicUrl,
    ...changes,
  }
}

/** Two workshops that somebody chose, and that now run side by side. */
export function clashing(stage: Stage): Partial<DigestTold> {
  const [one, other] = [titles.workshop, titles.secondWorkshop].map((title) => ({ ...exampleSlot(stage), title }))
  return one && other ? { clashes: [[one, other]] } : {}
}

/** Of a speaker's own slots, what became of them. */
export function ofSpeaker(stage: Stage, became: 'new' | 'moved' | 'gone' | 'several'): Partial<DigestTold> {
  const [before, after] = [exampleSlot(stage, 30), exampleSlot(stage, 60)]
  const moved = { was: before, is: after }
  const news: DigestTold['own'][number][] = {
    new: [{ was: null, is: after }],
    moved: [moved],
    gone: [{ was: before, is: null }],
    several: [moved, { was: null, is: { ...exampleSlot(stage, 120), title: titles.workshop } }],
  }[became].map((one) => ({ ...one, names: [people.speaker] }))
  const speakers = [{ name: people.speaker, url: exampleLink(stage, 'speaker') }]
  return { own: news, others: [], speakers, manageUrl: null }
}
