import { and, asc, desc, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import { placeSteps, registrations } from '../../db/schema.ts'

/** `taken-back`: by an organiser. */
export type InvitationState = 'invited' | 'accepted' | 'declined' | 'taken-back' | 'lapsed' | 'waiting'
export type Invitation = { registration: Registration; state: InvitationState }

/** Everybody who was ever invited to a meeting by name, as it stands with them last; those first who came last. */
export async function invitationsTo(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Invitation[]> {
  const asked = db
    .select({ id: placeSteps.registrationId })
    .from(placeSteps)
    .innerJoin(registrations, eq(registrations.id, placeSteps.registrationId))
    .where(and(eq(registrations.meetingId, meeting.id), eq(placeSteps.status, 'invited')))
  const rows = await db
    .select()
    .from(registrations)
    .where(inArray(registrations.id, asked))
    .orderBy(desc(registrations.arrival))
  const steps = await db
    .select({ id: placeSteps.registrationId, organiserId: placeSteps.organiserId })
    .from(placeSteps)
    .where(inArray(placeSteps.registrationId, asked))
    .orderBy(asc(placeSteps.number))
  const lastBy = new Map(steps.map(({ id, organiserId }) => [id, organiserId]))
  return lastOfEach(rows).map((registration) => ({
    registration,
    state: stateOf(registration, lastBy.get(registration.id) ?? null),
  }))
}

/** Whoever was invited again is one person, not two. Those forgotten cannot be told apart. */
function lastOfEach(rows: Registration[]): Registration[] {
  const seen = new Set<string>()
  return rows.filter(({ emailKey }) => {
    if (emailKey === null) return true
    const isNew = !seen.has(emailKey)
    seen.add(emailKey)
    return isNew
  })
}

function stateOf({ status }: Registration, lastBy: string | null): InvitationState {
  if (status === 'invited' || status === 'lapsed') return status
  if (status === 'confirmed' || status === 'held') return 'accepted'
  if (status === 'cancelled' || status === 'refused') return lastBy ? 'taken-back' : 'declined'
  return 'waiting'
}
