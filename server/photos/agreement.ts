import { eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type PhotoChannel,
  type PhotoPerson,
  participants,
  photoPeople,
  photos,
  type Registration,
  registrations,
  type Speaker,
  speakers,
} from '../../db/schema.ts'
import { consentsOf } from '../consents/consents-of.ts'

export type Marked = {
  person: PhotoPerson
  /** As they are known to organisers; null once they are forgotten. */
  name: string | null
  registration: Pick<Registration, 'id' | 'ageBand' | 'name'> | null
  speaker: Pick<Speaker, 'id' | 'name' | 'minor'> | null
}

/** Whether one who is marked in a photo may be shown in a channel. */
export type Agrees = (one: Marked, channel: PhotoChannel) => boolean

/** Everybody who is marked in these meetings' photos, by the photo's id. */
export async function markedIn(db: Reads, meetings: readonly { id: string }[]): Promise<Map<string, Marked[]>> {
  const rows = await db
    .select({
      person: photoPeople,
      participant: { name: participants.name },
      registration: { id: registrations.id, ageBand: registrations.ageBand, name: registrations.name },
      speaker: { id: speakers.id, name: speakers.name, minor: speakers.minor },
    })
    .from(photoPeople)
    .innerJoin(photos, eq(photos.id, photoPeople.photoId))
    .leftJoin(registrations, eq(registrations.id, photoPeople.registrationId))
    .leftJoin(participants, eq(participants.id, photoPeople.participantId))
    .leftJoin(speakers, eq(speakers.id, photoPeople.speakerId))
    .where(inArray(photos.meetingId, [...meetings.map(({ id }) => id)]))
    .orderBy(photoPeople.id)
  const named = rows.map(({ participant, ...one }): Marked => {
    const name = participant?.name ?? one.registration?.name ?? one.speaker?.name ?? null
    return { ...one, name }
  })
  return Map.groupBy(named, ({ person }) => person.photoId)
}

/**
 * What those who are marked say at present. Whoever registered is asked by what was said of them; a speaker by what
 * they said of these photos, and one under age not at all; of whoever is forgotten, what they had last said is kept.
 */
export async function agreementOf(db: Reads, project: { id: string }, some: readonly Marked[]): Promise<Agrees> {
  const asked = some.flatMap(({ registration }) => (registration ? [registration] : []))
  const consents = await consentsOf(db, project, [...new Map(asked.map((one) => [one.id, one])).values()])
  return ({ person, registration, speaker }, channel) => {
    if (!registration) return !speaker?.minor && (person.agreed?.includes(channel) ?? false)
    const participant = person.participantId ? { id: person.participantId } : undefined
    return registration.name !== null && consents(registration, participant)[channel] === 'yes'
  }
}
