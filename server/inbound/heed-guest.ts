import type { Database, Tx } from '../../db/open.ts'
import type { Registration } from '../../db/schema.ts'
import { ageOwed } from '../guardianships/age-owed.ts'
import { ageAsked } from '../guardianships/further.ts'
import { type Found, freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { groupsOf } from '../projects/queries.ts'
import { ownQuestions } from '../questions/own.ts'
import { notFound, Refusal } from '../refusal.ts'
import { leave } from '../registrations/cancel.ts'
import { takeKept } from '../registrations/places/offer.ts'
import { isLive, registrationsOfAddress } from '../registrations/queries.ts'
import type { Answer, Heeded } from './heed.ts'
import { askWhetherAllStay } from './party.ts'
import { heard, isOvertaken, noteTakenIn, wasTakenIn } from './taken-in.ts'
import { toldSequence } from './told-sequence.ts'

/**
 * An answer about a meeting. A no gives up the place of somebody who comes alone, as their own page would; whoever brings
 * others is asked first. A yes takes no more than a place that is kept for them, and only if nothing is left to be said.
 */
export async function heedGuest(
  db: Database,
  { project, meeting }: Found,
  holder: Registration,
  { hash, reply }: Answer,
  now: Temporal.Instant,
): Promise<Heeded> {
  return await db.transact(
    async (tx) => {
      if (await wasTakenIn(tx, hash)) return { outcome: 'known' }
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const theirs = (await registrationsOfAddress(tx, fresh, reply.attendee)).filter(isLive)
      const heeded = await heedIn(tx, { project, meeting: fresh, holder, theirs }, reply, now)
      await noteTakenIn(tx, hash, { kind: 'reply', ...heeded }, now)
      return heeded
    },
    { touches: project.id, lock: meeting.id },
  )
}

type At = Found & { holder: Registration; theirs: Registration[] }

async function heedIn(tx: Tx, at: At, reply: Answer['reply'], now: Temporal.Instant): Promise<Heeded> {
  const { meeting, holder, theirs } = at
  const [one] = theirs
  const registrationId = (one ?? holder).id
  if (!one) return { registrationId, outcome: 'ended' }
  if (meeting.status === 'cancelled' || isOver(meeting, now)) throw new Refusal('registration.over')
  if (reply.sequence < (await toldSequence(tx, theirs))) return { registrationId, outcome: 'old' }
  if (await isOvertaken(tx, one, reply)) return { registrationId, outcome: 'overtaken' }
  const word = await deeds[reply.partstat](tx, { ...at, one }, now)
  return { registrationId, outcome: heard(word, reply) }
}

type Deed = (tx: Tx, at: At & { one: Registration }, now: Temporal.Instant) => Promise<string>

const deeds: Record<Answer['reply']['partstat'], Deed> = {
  DECLINED: async (tx, { project, meeting, theirs, one }, now) => {
    if (theirs.length > 1 || one.seats > 1 || one.kind !== 'person') {
      for (const party of theirs) await askWhetherAllStay(tx, project, meeting, party, now)
      return 'party'
    }
    await leave(tx, project, meeting, one, now, null, { because: 'calendar' })
    return 'declined'
  },
  ACCEPTED: async (tx, { project, meeting, one }, now) => {
    if (one.status !== 'offered' && one.status !== 'invited') return 'accepted'
    const owed = ageOwed(ageAsked(project, meeting, await groupsOf(tx, project), now), one)
    const { open } = await ownQuestions(tx, { meeting, registration: one })
    if (owed || open.some(({ question }) => question.required)) return 'asked-more'
    await takeKept(tx, project, meeting, one, now)
    return 'accepted'
  },
  TENTATIVE: async () => 'tentative',
}
