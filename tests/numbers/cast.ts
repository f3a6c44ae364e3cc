import type { Database } from '../../db/open.ts'
import { checkIns, headCounts, participants, projects, registrations } from '../../db/schema.ts'
import { now } from '../world.ts'

type Row = Partial<typeof registrations.$inferInsert> & { meetingId: string }

let arrivals = 0

/** Somebody with a place, as sign-up leaves them. */
export async function signedUp(db: Database, row: Row) {
  arrivals++
  const email = row.email === undefined ? `guest-${arrivals}@example.org` : row.email
  const somebody = { name: 'Viesis', email, emailKey: email, arrival: arrivals, locale: 'lv' as const }
  const standing = { status: 'confirmed' as const, statusAt: now, createdAt: now }
  const values = { ...somebody, ...standing, ...row }
  const [made] = await write(db, (tx) => tx.insert(registrations).values(values).returning())
  if (!made) throw new Error('nobody')
  return made
}

/** They came, and so did so many of those named with them and so many others. */
export async function cameIn(
  db: Database,
  { id, meetingId }: { id: string; meetingId: string },
  named = 0,
  others = 0,
) {
  await write(db, async (tx) => {
    await tx.insert(checkIns).values({ registrationId: id, at: now })
    for (let position = 0; position < named; position++) {
      const [one] = await tx.insert(participants).values({ registrationId: id, position, name: 'Kāds' }).returning()
      if (one) await tx.insert(checkIns).values({ registrationId: id, participantId: one.id, at: now })
    }
    if (others > 0) await tx.insert(headCounts).values({ meetingId, registrationId: id, people: others, at: now })
  })
}

export async function counting(db: Database, how: (typeof projects.$inferSelect)['counting']) {
  await write(db, (tx) => tx.update(projects).set({ counting: how }))
}

export async function write<T>(db: Database, deed: Parameters<typeof db.transact<T>>[0]): Promise<T> {
  return await db.transact(deed, { touches: 'everything' })
}
