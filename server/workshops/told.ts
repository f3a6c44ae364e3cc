import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import type { WorkshopTold } from '../../views/letters/workshop-told.ts'
import { paths } from '../../views/paths.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import { isOver } from '../meetings/status.ts'
import { toldOf } from '../registrations/letters/told.ts'
import { choiceOf, workshopsOf } from './queries.ts'
import { hasStarted } from './span.ts'
import type { WorkshopLetter } from './tell.ts'

/** What a letter about a workshop is written from; null once it would not be true. */
export async function workshopToldOf(
  db: Reads,
  kind: WorkshopLetter,
  letter: Letter,
  publicUrl: string,
  now: Temporal.Instant,
): Promise<Omit<WorkshopTold, 'entry'> | null> {
  const told = await toldOf(db, letter, publicUrl)
  const isExpected = told && told.registration.status === 'confirmed' && told.meeting.status !== 'cancelled'
  if (!isExpected || isOver(told.meeting, now)) return null
  const standing = await standingOf(db, letter, told.meeting)
  const { slot } = standing
  if (!slot || !stillTrue[kind](standing, letter.facts, now)) return null
  return {
    ...told,
    slot,
    hasGrown: letter.facts.why === 'grown',
    workshopsUrl: publicUrl + paths.mineWorkshops(letter.token ?? ''),
  }
}

type Standing = Awaited<ReturnType<typeof standingOf>>

async function standingOf(db: Reads, { registrationId, facts }: Letter, meeting: { id: string }) {
  const { slotId = '' } = facts
  const agenda = await releasedAgenda(db, meeting)
  const isIt = ({ id }: { id: string }) => id === slotId
  const on = agenda?.slots.find(isIt)
  return {
    slot: on ?? agenda?.withdrawn.find(isIt),
    isOn: on !== undefined,
    isSignUp: (await workshopsOf(db, meeting)).some((one) => one.slotId === slotId),
    choice: (await choiceOf(db, { id: registrationId ?? '' }, slotId))?.status ?? null,
  }
}

type Truth = (standing: Standing, facts: Letter['facts'], now: Temporal.Instant) => boolean

/** What each takes for granted, asked again when it is posted. */
const stillTrue: Record<WorkshopLetter, Truth> = {
  'workshop-in': ({ slot, isOn, choice }, _, now) =>
    isOn && choice === 'in' && slot !== undefined && !hasStarted(slot, now),
  'workshop-out': ({ isOn, choice }, { why }) => isOn && choice === (why === 'grown' ? 'waiting' : null),
  'workshop-dropped': ({ isOn, choice }) => !isOn && choice === null,
  'workshop-closed': ({ isOn, isSignUp }) => isOn && !isSignUp,
}
