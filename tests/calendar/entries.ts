import type { Meeting, Project } from '../../db/schema.ts'
import type { ReleasedSlot } from '../../server/agenda/release.ts'
import type { Entry } from '../../server/calendar/entry.ts'

export const publicUrl = 'https://kopa.example.org'

export function entryOf(changes: Partial<Entry> = {}): Entry {
  return {
    uid: '2b1f8c3e-6a41-4c9e-8d8e-0b5a8f6d1c22',
    sequence: 2,
    changedAt: Temporal.Instant.from('2026-11-02T10:00:00Z'),
    createdAt: Temporal.Instant.from('2026-10-01T08:00:00Z'),
    startsAt: Temporal.Instant.from('2026-12-12T15:00:00Z'),
    endsAt: Temporal.Instant.from('2026-12-12T18:30:00Z'),
    zone: 'Europe/Riga',
    title: 'Trīspadsmit stāsti',
    text: 'Jaunieši stāsta.\n\nVairāk: https://kopa.example.org/gen-y-city/stories',
    place: 'Vienības nams, Rīgas iela 22A, Daugavpils',
    url: 'https://kopa.example.org/gen-y-city/stories',
    status: 'CONFIRMED',
    categories: ['Gen-Y City'],
    ...changes,
  }
}

/** The same, as it is written to one guest. */
export function invitedEntry(changes: Partial<Entry> = {}): Entry {
  return entryOf({
    organiser: { name: 'Gen-Y City', email: 'kopa@example.org' },
    attendee: { email: 'noor@example.com', partstat: 'ACCEPTED' },
    ...changes,
  })
}

export function projectOf(changes: Partial<Project> = {}): Project {
  return {
    id: 'b0b4a0f5-54a8-4f04-a7c8-64cf9ad0dd2e',
    slug: 'gen-y-city',
    title: { lv: 'Iekusties pilsētā!', en: 'Get into the swing of the City!' },
    aim: {},
    programme: {},
    funder: {},
    disclaimer: {},
    number: '',
    colour: '#006b5b',
    locales: ['lv', 'en'],
    zone: 'Europe/Riga',
    startsOn: null,
    endsOn: null,
    contactEmail: '',
    childAge: 13,
    adultAge: 18,
    counting: {},
    trustedName: '',
    trustedPhone: '',
    trustedEmail: '',
    wallOpenedAt: null,
    example: false,
    createdAt: Temporal.Instant.from('2026-09-01T08:00:00Z'),
    publishedAt: Temporal.Instant.from('2026-09-02T08:00:00Z'),
    archivedAt: null,
    ...changes,
  }
}

export function meetingOf(changes: Partial<Meeting> = {}): Meeting {
  return {
    id: '2b1f8c3e-6a41-4c9e-8d8e-0b5a8f6d1c22',
    projectId: projectOf().id,
    slug: 'stories',
    number: 3,
    allDay: false,
    title: { lv: 'Trīspadsmit stāsti', en: 'Thirteen stories' },
    summary: { lv: 'Jaunieši stāsta.' },
    description: {},
    placeName: { lv: 'Vienības nams', en: 'Unity House' },
    address: 'Rīgas iela 22A, Daugavpils',
    accessNotes: { lv: 'Ieeja no pagalma.', en: 'Entrance from the yard.' },
    onlineUrl: '',
    zone: 'Europe/Riga',
    startsAt: Temporal.Instant.from('2026-12-12T15:00:00Z'),
    endsAt: Temporal.Instant.from('2026-12-12T18:30:00Z'),
    capacity: 40,
    opensAt: null,
    closesAt: null,
    offerHours: 24,
    quietMinutes: 10,
    approval: false,
    promotionPausedAt: null,
    guardKey: null,
    friendsMost: 0,
    takesClasses: false,
    asksAge: false,
    guardianDays: 7,
    photoChannels: [],
    keepDays: 30,
    asksEmergencyContact: false,
    joinCode: null,
    roomOpenedAt: null,
    roomClosedAt: null,
    surveys: false,
    status: 'published',
    sequence: 2,
    changedAt: Temporal.Instant.from('2026-11-02T10:00:00Z'),
    createdAt: Temporal.Instant.from('2026-10-01T08:00:00Z'),
    publishedAt: Temporal.Instant.from('2026-10-02T08:00:00Z'),
    cancelledAt: null,
    ...changes,
  }
}

export function slotOf(changes: Partial<ReleasedSlot> = {}): ReleasedSlot {
  return {
    id: '7d0f7a8e-0b0e-4a1c-9a54-3f6b0d6b3a11',
    slug: 'city-of-bats',
    type: 'story',
    title: { lv: 'Daugavpils – sikspārņu pilsēta' },
    summary: { lv: 'Par sikspārņiem cietoksnī.' },
    room: { lv: 'Lielā zāle', en: 'Great hall' },
    startsAt: '2026-12-12T16:00:00Z',
    endsAt: '2026-12-12T16:20:00Z',
    pinned: false,
    speakers: [
      { id: 'bats', name: 'Sikspārņu klubs' },
      { id: 'noor', name: 'Noor' },
    ],
    sequence: 1,
    changedAt: '2026-11-05T12:00:00Z',
    ...changes,
  }
}
