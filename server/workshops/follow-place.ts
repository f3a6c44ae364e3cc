import { inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Registration, workshopChoices } from '../../db/schema.ts'
import { raiseWorkshopSequences } from '../calendar/own-sequence.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { endChoices } from './leave.ts'
import { moveIn } from './move-in.ts'
import { workshopsOnAgenda } from './on-agenda.ts'
import { choicesAt } from './queries.ts'
import { hasStarted } from './span.ts'
import { tellChoosers } from './tell.ts'
import { seatsIn } from './who-moves-in.ts'

type Before = Pick<Registration, 'status' | 'seats'>

/**
 * What becomes of somebody's workshops when their registration changes, inside that deed: without a sure place they
 * have none, and a party that has grown too large for one waits for it again.
 */
export async function followPlace(tx: Tx, before: Before, after: Registration, now: Temporal.Instant): Promise<void> {
  if (before.status !== 'confirmed') return
  if (after.status === 'confirmed' && after.seats === before.seats) return
  const changed = after.status === 'confirmed' ? await resize(tx, before, after, now) : await endAll(tx, after, now)
  if (changed) await moveIn(tx, { id: after.meetingId }, now)
}

/** Their letter about the registration says it all. */
async function endAll(tx: Tx, registration: Registration, now: Temporal.Instant): Promise<boolean> {
  return (await endChoices(tx, { registration }, now)).length > 0
}

async function resize(tx: Tx, before: Before, party: Registration, now: Temporal.Instant): Promise<boolean> {
  if (party.seats < before.seats) return true
  const workshops = await workshopsOnAgenda(tx, { id: party.meetingId })
  if (workshops.length === 0) return false
  const inside = (await choicesAt(tx, { id: party.meetingId })).filter(({ status }) => status === 'in')
  const outgrown = inside.filter((choice) => {
    const workshop = workshops.find(({ slotId }) => slotId === choice.slotId)
    return (
      choice.registration.id === party.id &&
      workshop &&
      !hasStarted(workshop.slot, now) &&
      seatsIn(workshop, inside) > workshop.places
    )
  })
  if (outgrown.length === 0) return false
  const ids = outgrown.map(({ id }) => id)
  await tx.update(workshopChoices).set({ status: 'waiting', statusAt: now }).where(inArray(workshopChoices.id, ids))
  const meeting = (await freshMeeting(tx, { id: party.meetingId })) ?? notFound()
  await raiseWorkshopSequences(tx, [party.id])
  const facts = { why: 'grown', was: 'in' }
  const told = outgrown.map(({ slotId, registration }) => ({ slotId, registration, facts }))
  await tellChoosers(tx, 'workshop-out', meeting, told, now)
  return true
}
