import type { Reads } from '../../db/open.ts'
import type { PartyView } from '../../views/parties/people.ts'
import { notFound } from '../refusal.ts'
import { type Held, heldBy } from '../registrations/queries.ts'
import { companionsOf, unnamedIn } from './companions.ts'
import { participantsOf } from './queries.ts'
import { isOpenRoster } from './roster.ts'
import { sparePlaces } from './spare-places.ts'

/** The party behind a manage link: a class, friends, or somebody who may bring some. */
export async function ownParty(db: Reads, token: string, now: Temporal.Instant): Promise<Held> {
  const held = (await heldBy(db, token, now)) ?? notFound()
  return mayBring(held) ? held : notFound()
}

function mayBring({ meeting, registration }: Pick<Held, 'meeting' | 'registration'>): boolean {
  return registration.kind !== 'person' || meeting.friendsMost > 0
}

/** What the page of those who come along shows. */
export async function partyView(db: Reads, held: Held, token: string, now: Temporal.Instant): Promise<PartyView> {
  const { meeting, registration } = held
  const open = isOpenRoster(meeting, registration, now)
  const [named, spare] = await Promise.all([
    participantsOf(db, registration),
    open ? sparePlaces(db, meeting, registration, now) : 0,
  ])
  return {
    ...held,
    ...{ named, spare, open, token },
    companions: companionsOf(registration),
    unnamed: unnamedIn(registration, named),
  }
}
