import { eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { guardianConsents, meetings, type Speaker, slotSpeakers, slots, speakers } from '../../db/schema.ts'
import { later } from '../later.ts'
import { type Ending, forgottenAt } from '../registrations/forgotten-at.ts'

/** Somebody of whom more is known than the public may know, and until when. */
export type Remembered = Pick<Speaker, 'id' | 'projectId' | 'pictureId'> & {
  until: Temporal.Instant
  isPublic: boolean
}

/** Without any meeting to go by. */
const year = { hours: 365 * 24 }

/** Of all projects. */
export async function rememberedSpeakers(db: Reads): Promise<Remembered[]> {
  const known = await db.select().from(speakers)
  const parts = Map.groupBy(await partsOfAll(db), ({ speakerId }) => speakerId)
  const answers = Map.groupBy(await db.select().from(guardianConsents), ({ speakerId }) => speakerId)
  const series = Map.groupBy(await db.select().from(meetings), ({ projectId }) => projectId)
  return known.flatMap((speaker) => {
    const [its, said] = [parts.get(speaker.id) ?? [], answers.get(speaker.id) ?? []]
    const mayBeNamed = !speaker.minor || said.some(({ nameAgreed }) => nameAgreed)
    const isPublic = mayBeNamed && its.some(({ standing }) => standing === 'confirmed')
    const hasGuardian = said.some(({ email }) => email !== null)
    const wasAsked = its.some(({ invitedAt, answeredAt }) => invitedAt !== null || answeredAt !== null)
    const isForgotten = speaker.email === null && !hasGuardian && !wasAsked && (isPublic || speaker.name === '')
    if (isForgotten) return []
    const ends = its.length > 0 ? its.map(({ meeting }) => meeting) : (series.get(speaker.projectId) ?? [])
    return [
      {
        id: speaker.id,
        projectId: speaker.projectId,
        pictureId: speaker.pictureId,
        isPublic,
        until: lastOf(ends, speaker),
      },
    ]
  })
}

function lastOf(ends: readonly Ending[], { createdAt }: Speaker) {
  const [first, ...rest] = ends.map(forgottenAt)
  return first ? rest.reduce(later, first) : (createdAt ?? Temporal.Instant.fromEpochMilliseconds(0)).add(year)
}

async function partsOfAll(db: Reads) {
  const { speakerId, standing, invitedAt, answeredAt } = slotSpeakers
  return await db
    .select({ speakerId, standing, invitedAt, answeredAt, meeting: meetings })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
}
