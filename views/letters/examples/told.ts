import type { Meeting, Registration } from '../../../db/schema.ts'
import type { Told } from '../told.ts'
import type { WorkshopTold } from '../workshop-told.ts'
import { exampleLink, exampleMeeting, exampleProject, exampleRegistration, type Stage } from './meeting.ts'
import { people, titles } from './names.ts'
import { exampleSlot } from './slot.ts'

type Status = Registration['status']
type Changes = Omit<Partial<Told>, 'meeting' | 'registration'> & {
  meeting?: Partial<Meeting>
  registration?: Partial<Registration>
}

/** What a letter to a guest is written from. */
export function exampleTold(stage: Stage, { meeting: other, registration, ...changes }: Changes = {}): Told {
  const meeting = exampleMeeting(stage, other)
  return {
    project: exampleProject(stage),
    meeting,
    registration: exampleRegistration(stage, registration),
    days: [meeting],
    ...{ position: 3, keepsPlaces: false, before: null, sizeBefore: null, was: null, isErased: false },
    byCalendar: false,
    inCalendar: (registration?.status ?? 'confirmed') === 'confirmed',
    forgottenAt: meeting.endsAt.add({ hours: 30 * 24 }),
    manageUrl: exampleLink(stage, 'mine'),
    workshops: { chosen: [], url: null },
    questions: { open: 0, needed: 0, url: exampleLink(stage, 'mine') },
    publicUrl: stage.publicUrl,
    ...changes,
  }
}

/** Somebody who stands so: until tomorrow, where a place is kept for them. */
export function standing({ now }: Stage, status: Status): Pick<Registration, 'status' | 'heldUntil'> {
  const isKept = ['offered', 'invited', 'held'].includes(status)
  return { status, heldUntil: isKept ? now.add({ hours: 24 }) : null }
}

export const friends: Partial<Registration> = { kind: 'friends', seats: 3 }
export const schoolClass: Partial<Registration> = { kind: 'class', seats: 24, adults: 2, className: people.school }

/** The meeting that somebody was moved from. */
export function leftBehind(stage: Stage): Told {
  return exampleTold(stage, { meeting: { title: titles.other }, was: 'confirmed', inCalendar: true })
}

export function exampleWorkshop(stage: Stage, hasGrown: boolean, entry: WorkshopTold['entry']): WorkshopTold {
  const slot = { ...exampleSlot(stage), title: titles.workshop, type: 'workshop' as const }
  const registration = hasGrown ? friends : {}
  return { ...exampleTold(stage, { registration }), slot, hasGrown, entry, workshopsUrl: exampleLink(stage, 'mine') }
}
