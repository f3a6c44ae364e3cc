import type { HistoryDeed } from '../history.ts'

/** What the history can be narrowed to. A deed may be of two kinds. */
export const deedKinds = [
  ...(['people', 'data', 'consent', 'registration', 'question', 'workshop', 'letter', 'dialogue'] as const),
  ...(['project', 'meeting', 'agenda', 'speaker', 'story', 'slides', 'material', 'photos'] as const),
]
export type DeedKind = (typeof deedKinds)[number]

/** Beginnings of the deeds of each kind, up to the dot. */
export const beginnings: Record<DeedKind, readonly string[]> = {
  people: ['people'],
  data: [],
  consent: ['guardian', 'guardianship', 'consent'],
  registration: ['registration', 'registrations', 'promotion', 'door'],
  question: ['question', 'answer-file'],
  workshop: ['workshop'],
  letter: ['letter', 'letters', 'mailing'],
  dialogue: ['commitment', 'poll', 'dialogue', 'ideas', 'abuse', 'room', 'survey', 'feedback'],
  project: ['project', 'report'],
  meeting: ['meeting', 'news'],
  agenda: ['agenda'],
  speaker: ['speaker'],
  story: ['call', 'stories'],
  slides: ['slides'],
  material: ['material', 'materials', 'minutes'],
  photos: ['photos'],
}

/** By which somebody's data left the system, was looked at one by one, or went for good. */
export const dataDeeds: readonly HistoryDeed[] = [
  'registrations.exported',
  'registrations.forgotten',
  'registration.erased',
  'answer-file.opened',
  'door.contact-seen',
  'speaker.forgotten',
]
