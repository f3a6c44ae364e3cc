import { and, asc, eq, isNotNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, type PhotoChannel, type Project, participants, registrations } from '../../db/schema.ts'
import { consentsOf } from '../consents/consents-of.ts'
import { photoChannels } from '../consents/standing.ts'
import { folded } from '../folded.ts'
import { speakersAt } from '../speakers/queries.ts'
import type { Who } from './mark-person.ts'

/** `agrees`: where they may be shown; null of a speaker, who is asked by the photo. */
export type Candidate = { who: Who; name: string; agrees: PhotoChannel[] | null }

const most = 20

/** Those who registered, came along or speak, and whose name has this in it. */
export async function findPeople(db: Reads, project: Project, meeting: Meeting, wanted: string): Promise<Candidate[]> {
  const sought = folded(wanted)
  if (sought === '') return []
  const has = ({ name }: { name: string | null }) => name !== null && folded(name).includes(sought)
  const known = and(eq(registrations.meetingId, meeting.id), isNotNull(registrations.name))
  const own = (await db.select().from(registrations).where(known).orderBy(asc(registrations.name))).filter(has)
  const brought = await db
    .select({ participant: participants, registration: registrations })
    .from(participants)
    .innerJoin(registrations, eq(registrations.id, participants.registrationId))
    .where(and(known, isNotNull(participants.name)))
    .orderBy(asc(participants.name))
  const along = brought.filter(({ participant }) => has(participant)).slice(0, most)
  const registered = own.slice(0, most)
  const said = await consentsOf(db, project, [...registered, ...along.map(({ registration }) => registration)])
  const open = (standing: ReturnType<typeof said>) => photoChannels.filter((channel) => standing[channel] === 'yes')
  const speaking = (await speakersAt(db, meeting)).filter(has)
  return [
    ...registered.map((one) => candidate('registration', one, open(said(one)))),
    ...along.map((one) => candidate('participant', one.participant, open(said(one.registration, one.participant)))),
    ...speaking.map((one) => candidate('speaker', one, null)),
  ].slice(0, most)
}

function candidate(
  kind: Who['kind'],
  { id, name }: { id: string; name: string | null },
  agrees: PhotoChannel[] | null,
): Candidate {
  return { who: { kind, id }, name: name ?? '', agrees }
}
