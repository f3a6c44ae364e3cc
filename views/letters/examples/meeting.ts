import { locales } from '../../../db/languages.ts'
import type { Meeting, Project, Registration } from '../../../db/schema.ts'
import { address, people, titles } from './names.ts'

/** What every example is made from: the project whose letters they are, where its pages are, and the present moment. */
export type Stage = { project: Project; publicUrl: string; now: Temporal.Instant }

/** The project as it is, but that it reads in every language and can be answered. */
export function exampleProject({ project }: Stage): Project {
  const rest = locales.filter((locale) => !project.locales.includes(locale))
  return {
    ...project,
    locales: [...project.locales, ...rest],
    contactEmail: project.contactEmail || 'kopa@example.org',
  }
}

/** An evening in nineteen days. */
export function exampleMeeting(stage: Stage, changes: Partial<Meeting> = {}): Meeting {
  const { project, now } = stage
  const startsAt = evening(stage, 19)
  return {
    ...{ id: 'example', projectId: project.id, slug: 'example', number: 1, zone: project.zone },
    ...{ title: titles.meeting, summary: {}, description: {}, accessNotes: {}, placeName: titles.place },
    ...{ address, onlineUrl: '', startsAt, endsAt: startsAt.add({ hours: 3 }), allDay: false },
    ...{
      capacity: 30,
      opensAt: null,
      closesAt: null,
      offerHours: 24,
      approval: false,
      promotionPausedAt: null,
      guardKey: null,
    },
    ...{ friendsMost: 5, takesClasses: true, asksAge: true, guardianDays: 7, photoChannels: ['web'] },
    ...{ keepDays: 30, quietMinutes: 10, status: 'published', sequence: 0 },
    ...{ asksEmergencyContact: false, joinCode: null, roomOpenedAt: null, roomClosedAt: null, surveys: false },
    ...{ changedAt: now, createdAt: now, publishedAt: now, cancelledAt: null },
    ...changes,
  }
}

export function exampleRegistration({ now }: Stage, changes: Partial<Registration> = {}): Registration {
  return {
    ...{ id: 'example', meetingId: 'example', arrival: 1, kind: 'person', seats: 1, adults: 0 },
    ...{ name: people.young, email: 'elza@example.org', emailKey: 'elza@example.org', className: null, classKey: '' },
    ...{ birthYear: null, ageBand: null, groupId: null, locale: 'lv', status: 'confirmed', statusAt: now },
    ...{ heldUntil: null, sequence: 0, workshopSequence: 0, replyToken: null, addedBy: null, createdAt: now },
    ...{ doorToken: null, emergencyContact: null, walkIn: false, countedBand: null },
    ...changes,
  }
}

/** Five o'clock, so many days from now. */
export function evening({ project, now }: Stage, days: number): Temporal.Instant {
  const day = now.toZonedDateTimeISO(project.zone).toPlainDate().add({ days })
  return day.toZonedDateTime({ timeZone: project.zone, plainTime: '17:00' }).toInstant()
}

/** A link as readers get it, whose secret nobody has. */
export function exampleLink({ publicUrl }: Stage, path: string): string {
  return `${publicUrl}/${path}/…`
}
