import { inArray } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import type { Registration } from '../../../db/schema.ts'
import { type Meeting, type Participant, type PhotoChannel, participants, registrations } from '../../../db/schema.ts'
import { consentsOf } from '../../consents/consents-of.ts'
import { type ConsentStanding, type PhotoConsents, photoChannels } from '../../consents/standing.ts'
import type { Look } from './look.ts'

/** Of one person in a word; of a party, how many of them may be shown. */
export type Photos = Readonly<Record<PhotoChannel, ConsentStanding | { yes: number; of: number }>>

type Asked = Pick<Registration, 'id' | 'ageBand' | 'kind' | 'seats'>
type OfProject = Pick<Meeting, 'projectId'>

/** How it stands with the photos of so many registrations, by their ids; at most some hundreds at once. */
export async function photosOf(
  db: Reads,
  { projectId }: OfProject,
  some: readonly Asked[],
): Promise<Map<string, Photos>> {
  const parties = some.filter(({ kind }) => kind !== 'person').map(({ id }) => id)
  const [consents, brought] = await Promise.all([consentsOf(db, { id: projectId }, some), broughtBy(db, parties)])
  return new Map(
    some.map((one) => {
      if (one.kind === 'person') return [one.id, consents(one)]
      const others = (brought.get(one.id) ?? []).map((participant) => consents(one, participant))
      return [one.id, counted(one, [consents(one), ...others])]
    }),
  )
}

/** Those among them who may be shown where the look says yes, and who may not where it says no; a party only as a whole. */
export async function thosePhotographed(
  db: Reads,
  meeting: OfProject,
  ids: readonly string[],
  wanted: Look['photos'],
): Promise<string[]> {
  const found: string[] = []
  for (let i = 0; i < ids.length; i += 500) {
    const some = ids.slice(i, i + 500)
    const { id, ageBand, kind, seats } = registrations
    const asked = await db.select({ id, ageBand, kind, seats }).from(registrations).where(inArray(id, some))
    const photos = await photosOf(db, meeting, asked)
    found.push(...some.filter((one) => isAsWanted(photos.get(one), wanted)))
  }
  return found
}

async function broughtBy(db: Reads, ids: readonly string[]): Promise<Map<string, Pick<Participant, 'id'>[]>> {
  if (ids.length === 0) return new Map()
  const { id, registrationId } = participants
  const rows = await db
    .select({ id, registrationId })
    .from(participants)
    .where(inArray(registrationId, [...ids]))
  return Map.groupBy(rows, (row) => row.registrationId)
}

function counted({ seats }: Asked, people: readonly PhotoConsents[]): Photos {
  const of = (channel: PhotoChannel) => ({ yes: people.filter((one) => one[channel] === 'yes').length, of: seats })
  return { web: of('web'), social: of('social'), press: of('press'), funder: of('funder') }
}

function isAsWanted(photos: Photos | undefined, wanted: Look['photos']): boolean {
  return photoChannels.every((channel) => {
    const standing = photos?.[channel] ?? 'unasked'
    const isYes = typeof standing === 'string' ? standing === 'yes' : standing.yes >= standing.of
    return wanted[channel] === undefined || isYes === (wanted[channel] === 'yes')
  })
}
