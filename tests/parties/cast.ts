import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { meetings, participants, registrations } from '../../db/schema.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { now } from '../world.ts'

/** A teacher, who belongs to nobody's school. */
export const teacher = { name: 'Vita Krūmiņa', email: 'vita@example.org', locale: 'lv' as const }

type Coming = {
  className?: string
  pupils?: number
  adults?: number
  names?: string[]
  email?: string
  groupId: string | null
}

/** A class as the form would have registered it. */
export async function bringClass(
  db: Database,
  project: Project,
  meeting: Meeting,
  { className = '8.a', names = [], pupils = names.length, adults = 1, email = teacher.email, groupId }: Coming,
  at: Temporal.Instant = now,
): Promise<Registration> {
  const said = { ...teacher, email, kind: 'class' as const, className, adults, ageBand: 'adult' as const, groupId }
  const person = { ...said, seats: pupils + adults, participants: names }
  return (await register(db, project, meeting, person, at)).registration
}

/** Somebody with friends, by name. */
export async function bringFriends(
  db: Database,
  project: Project,
  meeting: Meeting,
  { name, email, friends }: { name: string; email: string; friends: string[] },
  at: Temporal.Instant = now,
): Promise<Registration> {
  const person = { name, email, groupId: null, locale: 'en' as const, kind: 'friends' as const }
  const party = { ...person, seats: 1 + friends.length, participants: friends }
  return (await register(db, project, meeting, party, at)).registration
}

/** A link to the page behind which a registration is managed. */
export async function manageToken(
  db: Database,
  registration: Pick<Registration, 'id'>,
  meeting: Meeting,
  at: Temporal.Instant = now,
): Promise<string> {
  const [token] = await db.transact((tx) => newManageLinks(tx, [registration], meeting, at), { touches: 'nothing' })
  return `${token}`
}

/** The meeting takes classes and friends, and asks about photos. */
export async function takeParties(db: Database, meeting: { id: string }, settings: Partial<Meeting> = {}) {
  const set = { takesClasses: true, friendsMost: 2, photoChannels: ['web', 'press'] as Meeting['photoChannels'] }
  await db.transact(
    (tx) =>
      tx
        .update(meetings)
        .set({ ...set, ...settings })
        .where(eq(meetings.id, meeting.id)),
    {
      touches: 'everything',
    },
  )
}

/** A party as it is now: how it stands, its size, and who is named. */
export async function partyNow(db: Database, { id }: Pick<Registration, 'id'>) {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id))
  const people = await db
    .select()
    .from(participants)
    .where(eq(participants.registrationId, id))
    .orderBy(participants.position)
  if (!row) throw new Error('no such registration')
  return { status: row.status, seats: row.seats, adults: row.adults, names: people.map(({ name }) => name) }
}
