import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters, type Registration } from '../../db/schema.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { chosenBy, clashesIn } from './chosen.ts'

type Guest = Pick<Registration, 'id' | 'meetingId'> | null

/** Workshops of theirs that went off the agenda after some release: a letter of its own tells it. */
export async function droppedSince(db: Reads, guest: Guest, version: number): Promise<Set<string>> {
  if (!guest) return new Set()
  const rows = await db
    .select({ facts: letters.facts })
    .from(letters)
    .where(and(eq(letters.registrationId, guest.id), eq(letters.kind, 'workshop-dropped'), isNull(letters.endedAt)))
  const since = rows.filter(({ facts }) => Number(facts.version) > version)
  return new Set(since.flatMap(({ facts }) => facts.slotId ?? []))
}

/** Two of their choices that are at the same time now, where one of them is among what `changed`. */
export async function clashesAmong(
  db: Reads,
  guest: Guest,
  changed: readonly ReleasedSlot[],
): Promise<[ReleasedSlot, ReleasedSlot][]> {
  if (!guest) return []
  const isChanged = ({ id }: ReleasedSlot) => changed.some((slot) => slot.id === id)
  const pairs = clashesIn((await chosenBy(db, guest)).chosen)
  return pairs
    .map(([one, other]): [ReleasedSlot, ReleasedSlot] => [one.slot, other.slot])
    .filter((pair) => pair.some(isChanged))
}
