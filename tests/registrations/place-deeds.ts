import fc from 'fast-check'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Registration, registrations, reservedPlaces } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { agreeAsGuardian } from '../../server/guardianships/agree.ts'
import { guardianshipsOf } from '../../server/guardianships/queries.ts'
import { refuseAsGuardian } from '../../server/guardianships/refuse.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { freshMeeting } from '../../server/meetings/queries.ts'
import { Refusal } from '../../server/refusal.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { change } from '../../server/registrations/change.ts'
import { approve, refuse } from '../../server/registrations/places/approve.ts'
import { invite } from '../../server/registrations/places/invite.ts'
import { accept, lapsePlaces, promote } from '../../server/registrations/places/offer.ts'
import { pausePromotion, resumePromotion } from '../../server/registrations/places/pause.ts'
import { isLive, registrationsOfAddress } from '../../server/registrations/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { setSignUp } from '../../server/sign-up/settings.ts'
import { freshFolder } from '../database.ts'
import { asItIs } from '../meetings/input.ts'
import { addMeeting, now as start, type world } from '../world.ts'
import { hours, isSeated, seatsOf } from './place-model.ts'

type About = { who: number }

/** What can happen to the places of a meeting. */
export type PlaceDeed =
  | (About & { do: 'come'; group: number; seats: number; child: boolean })
  | (About & { do: 'invite'; group: number; seats: number })
  | (About & { do: 'cancel' | 'accept' | 'promote' | 'approve' | 'refuse' | 'agree' | 'deny' })
  | (About & { do: 'regroup'; group: number })
  | { do: 'pause' | 'resume' }
  | { do: 'capacity'; to: number }
  | { do: 'settings'; approval: boolean; reserved: readonly [number, number] }
  | { do: 'wait'; hours: number }

const people = 6
const who = fc.integer({ min: 0, max: people - 1 })
const group = fc.integer({ min: 0, max: 1 })
const seats = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.integer({ min: 2, max: 4 }) },
)
const reserved = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }))
const capacity = fc.integer({ min: 1, max: 7 })
const sometimes = fc.integer({ min: 0, max: 2 }).map((chance) => chance === 0)
const child = fc.boolean()

/** What people and organisers do about one registration. */
export const about: fc.Arbitrary<PlaceDeed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('come' as const), who, group, seats, child }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('invite' as const), who, group, seats }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('accept' as const), who }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('promote' as const, 'approve', 'refuse', 'agree', 'agree', 'deny'),
      who,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('regroup' as const), who, group }) },
)

/** How a meeting begins. */
export const beginning = fc.record({ capacity, reserved, approval: sometimes, paused: sometimes })
export type Beginning = { capacity: number; reserved: readonly [number, number]; approval: boolean; paused: boolean }

/** What changes the house itself, or the time. */
export const around: fc.Arbitrary<PlaceDeed> = fc.oneof(
  fc.record({ do: fc.constantFrom('pause' as const, 'resume') }),
  fc.record({ do: fc.constant('capacity' as const), to: capacity }),
  fc.record({ do: fc.constant('settings' as const), approval: sometimes, reserved }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 26 }) }),
)

export type House = Awaited<ReturnType<typeof newHouse>>

let houses = 0

/** A meeting of its own, with places kept for its two groups. */
export async function newHouse(here: Awaited<ReturnType<typeof world>>, { reserved, paused, ...said }: Beginning) {
  houses += 1
  const startsAt = start.add({ hours: 5000 })
  const meeting = await addMeeting(here.db, here.project, {
    ...{ ...said, slug: `house-${houses}`, number: 100 + houses, offerHours: hours.offer, guardianDays: 1 },
    ...{ startsAt, endsAt: startsAt.add({ hours: 2 }), promotionPausedAt: paused ? start : null },
  })
  const groupIds: readonly string[] = [here.pupils.id, here.teachers.id]
  const rows = groupIds.map((groupId, i) => ({ meetingId: meeting.id, groupId, places: reserved[i] ?? 0 }))
  const kept = rows.filter(({ places }) => places > 0)
  await here.db.transact(async (tx) => kept.length > 0 && (await tx.insert(reservedPlaces).values(kept)), {
    touches: 'everything',
  })
  return { ...here, meeting, groupIds, folder: freshFolder() }
}

/** Does it with the product's own verbs; whatever is refused, is refused. */
export async function perform(house: House, deed: PlaceDeed, at: Temporal.Instant): Promise<void> {
  const done = 'who' in deed ? performAbout(house, deed, at) : performAround(house, deed, at)
  await done.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

async function performAbout(house: House, deed: PlaceDeed & About, at: Temporal.Instant): Promise<void> {
  const { db, project, meeting, owner, groupIds } = house
  const email = emailOf(deed.who)
  const person = { name: email, email, locale: 'lv' as const }
  if (deed.do === 'come') {
    const young = { ageBand: 'child', guardianEmail: `guardian-${deed.who}@example.org` } as const
    const said = { ...person, groupId: groupIds[deed.group] ?? null, seats: deed.seats, ...(deed.child ? young : {}) }
    await register(db, project, meeting, said, at)
  } else if (deed.do === 'invite') {
    const guest = { ...person, groupId: groupIds[deed.group] ?? null, seats: deed.seats }
    await invite(db, project, meeting, guest, at.add({ hours: hours.invitation }), owner, at)
  } else {
    const its = await registrationsOfAddress(db, meeting, email)
    const last = its.sort((a, b) => a.arrival - b.arrival).at(-1)
    if (last) await performOn(house, deed, last, at)
  }
}

async function performOn(house: House, deed: PlaceDeed & About, last: Registration, at: Temporal.Instant) {
  const { db, project, meeting, owner, groupIds } = house
  if (deed.do === 'cancel') await cancel(db, project, meeting, last, at)
  if (deed.do === 'accept') await accept(db, project, meeting, last, at)
  if (deed.do === 'promote') await promote(db, project, meeting, last, owner, at)
  if (deed.do === 'approve') await approve(db, project, meeting, last, owner, at)
  if (deed.do === 'refuse') await refuse(db, project, meeting, last, owner, at)
  if (deed.do === 'agree' || deed.do === 'deny') await answerFor(house, last, deed.do, at)
  if (deed.do !== 'regroup') return
  const details = { name: emailOf(deed.who), locale: 'lv' as const, groupId: groupIds[deed.group] ?? null }
  await change(db, project, meeting, last, details, at)
}

/** What the guardian of somebody who is registered says. */
async function answerFor(house: House, registration: Registration, deed: 'agree' | 'deny', at: Temporal.Instant) {
  const { db, project, meeting } = house
  const [guardianship] = await guardianshipsOf(db, registration)
  if (!guardianship || !isLive(registration)) return
  const child = { project, meeting, registration, guardianship }
  const said = { answer: 'agree', signedBy: 'Anna', photos: [], photosText: '' } as const
  if (deed === 'agree') await agreeAsGuardian(db, child, { ...said, photos: [], locale: 'lv' }, at)
  else await refuseAsGuardian(db, filesInFolder(house.folder), child, at)
}

async function performAround({ db, project, meeting, owner, groupIds }: House, deed: PlaceDeed, at: Temporal.Instant) {
  const fresh = (await freshMeeting(db, meeting)) ?? meeting
  if (deed.do === 'pause') await pausePromotion(db, project, meeting, owner, at)
  if (deed.do === 'resume') await resumePromotion(db, project, meeting, owner, at)
  if (deed.do === 'wait') await lapsePlaces(db, at)
  if (deed.do === 'capacity') {
    const to = Math.max(deed.to, await takenIn(db, fresh))
    await editMeeting(db, project, fresh, { ...asItIs(fresh), capacity: to }, owner, at)
  }
  if (deed.do === 'settings') {
    const { friendsMost, takesClasses, asksAge, asksEmergencyContact, guardianDays, keepDays, photoChannels } = fresh
    const as = {
      friendsMost,
      takesClasses,
      asksAge,
      asksEmergencyContact,
      guardianDays,
      keepDays,
      photoChannels,
      approval: deed.approval,
    }
    const kept = Object.fromEntries(groupIds.map((id, i) => [id, deed.reserved[i] ?? 0]))
    await setSignUp(db, project, fresh, { ...as, reserved: kept }, owner, at)
  }
}

async function takenIn(db: Database, meeting: Pick<Meeting, 'id'>): Promise<number> {
  const rows = await db.select().from(registrations).where(eq(registrations.meetingId, meeting.id))
  return seatsOf(rows.filter(isSeated).map(({ seats }) => ({ group: 0, seats })))
}

export function emailOf(who: number): string {
  return `person-${who}@example.org`
}
