import type { Reads } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { bandAt, type Counts, countingOf } from './counting.ts'
import { checkedIn, headsIn, registeredIn } from './queries.ts'

/** People who registered or came together: whoever registered, of whom more is known, and those with them. */
export type Party = {
  meetingId: string
  groupId: string | null
  /** Known of whoever registered alone. */
  band: string | null
  /** The address, while it is known: by it they are one person at several meetings. */
  key: string | null
  isClass: boolean
  walkIn: boolean
  registered: Heads
  came: Heads
}

export type Heads = { self: number; others: number }

type Row = Awaited<ReturnType<typeof registeredIn>>[number]

/** Everybody who counts by the project's rules, meeting by meeting. */
export async function partiesIn(db: Reads, project: Project, meetings: readonly Meeting[]): Promise<Party[]> {
  const counting = countingOf(project)
  const [rows, came, heads] = [
    await registeredIn(db, project),
    await checkedIn(db, project),
    await headsIn(db, project),
  ]
  const years = new Map(meetings.map((meeting) => [meeting.id, yearOf(meeting)]))
  const nameless = new Map(heads.map(({ registrationId, people }) => [registrationId, people]))
  const listed = rows.map((row) => {
    const { self = false, named = 0 } = came.get(row.id) ?? {}
    const present = { self: Number(self), others: named + (nameless.get(row.id) ?? 0) }
    return partyOf(row, present, years.get(row.meetingId) ?? 0, counting)
  })
  return [...listed, ...heads.filter(({ registrationId }) => registrationId === null).map(inNobodysList)]
}

export function yearOf({ startsAt, zone }: Pick<Meeting, 'startsAt' | 'zone'>): number {
  return startsAt.toZonedDateTimeISO(zone).year
}

function partyOf(row: Row, present: Heads, year: number, counting: Counts): Party {
  const { meetingId, groupId, emailKey, kind, walkIn, status } = row
  const expected = status === 'confirmed' && !walkIn ? { self: 1, others: row.seats - 1 } : { self: 0, others: 0 }
  return {
    ...{ meetingId, groupId, key: emailKey, walkIn, isClass: kind === 'class' },
    band: bandOf(row, year, counting),
    registered: counting.withAdults ? expected : withoutAdults(row, expected),
    came: counting.withAdults ? present : withoutAdults(row, present),
  }
}

function bandOf({ birthYear, countedBand }: Row, year: number, counting: Counts): string | null {
  return birthYear === null ? countedBand : bandAt(year - birthYear, counting)
}

/** Whoever registers a class is one of the adults who bring it; the others are among its nameless ones. */
function withoutAdults({ kind, adults }: Row, { self, others }: Heads): Heads {
  if (kind !== 'class') return { self, others }
  return { self: 0, others: Math.max(0, others - Math.max(0, adults - 1)) }
}

function inNobodysList({ meetingId, groupId, people }: Awaited<ReturnType<typeof headsIn>>[number]): Party {
  const none = { self: 0, others: 0 }
  const unknown = { band: null, key: null, isClass: false, walkIn: true }
  return { meetingId, groupId, ...unknown, registered: none, came: { self: 0, others: people } }
}
